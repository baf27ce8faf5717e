// Package store has two stores of names.
package store

import "database/sql"

const query = "select name from names where id = $1"

// PerCall opens for each call.
type PerCall struct{ DSN string }

// Find opens, finds and closes.
func (p PerCall) Find(id string) (name string, err error) {
	db, err := sql.Open("pgx", p.DSN) // want violation SL101
	// chain: Handler.ServeHTTP -> PerCall.Find
	if err != nil {
		return "", err
	}
	defer db.Close()
	err = db.QueryRow(query, id).Scan(&name)
	return name, err
}

// Shared uses the pool that it is given.
type Shared struct{ DB *sql.DB }

// Find finds.
func (s Shared) Find(id string) (name string, err error) {
	err = s.DB.QueryRow(query, id).Scan(&name)
	return name, err
}
