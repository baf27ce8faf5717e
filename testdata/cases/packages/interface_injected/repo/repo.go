// Package repo has two implementations.
package repo

import "database/sql"

// Fresh opens for every call.
type Fresh struct{ DSN string }

// Count counts.
func (f *Fresh) Count() (int, error) {
	db, err := sql.Open("pgx", f.DSN) // want violation SL101
	if err != nil {
		return 0, err
	}
	return 0, db.Close()
}

// Shared uses the pool that it is given.
type Shared struct{ DB *sql.DB }

// Count counts.
func (s *Shared) Count() (int, error) { return 0, s.DB.Ping() }
