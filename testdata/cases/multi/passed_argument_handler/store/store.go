// Package store has two sources: one that opens, one that is given a pool.
package store

import "database/sql"

// Rows counts with the pool it is given.
type Rows struct{ DB *sql.DB }

// Size asks the pool.
func (r Rows) Size() (n int) {
	_ = r.DB.QueryRow("select count(*) from rows").Scan(&n)
	return n
}

// Dump opens for itself.
type Dump struct{ DSN string }

// Size opens.
func (d Dump) Size() (n int) {
	db, err := sql.Open("mysql", d.DSN) // want violation SL101
	if err != nil {
		return 0
	}
	defer db.Close()
	_ = db.QueryRow("select count(*) from dump").Scan(&n)
	return n
}
