// Package store has an exported constructor that nothing in the module reaches.
package store

import "database/sql"

// Store keeps a pool.
type Store struct{ db *sql.DB }

// Open opens the store's pool.
func Open(dsn string) (*Store, error) {
	db, err := sql.Open("pgx", dsn) // want factory
	if err != nil {
		return nil, err
	}
	return &Store{db: db}, nil
}

// Connect opens a bare pool.
func Connect(dsn string) (*sql.DB, error) {
	return sql.Open("pgx", dsn) // want factory
}

// Close closes the store's pool.
func (s *Store) Close() error { return s.db.Close() }
