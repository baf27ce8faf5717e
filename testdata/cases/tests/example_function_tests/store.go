//tests: true

// Package store is analysed with -tests: its Example function is documentation rather than a test.
package store

import "database/sql"

// Store counts rows.
type Store struct{ db *sql.DB }

// New uses the pool that it is given.
func New(db *sql.DB) *Store { return &Store{db: db} }

// Count counts the rows of a table.
func (s *Store) Count(table string) (n int, err error) {
	err = s.db.QueryRow("select count(*) from " + table).Scan(&n)
	return n, err
}
