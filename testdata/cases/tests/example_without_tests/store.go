// Package store is analysed without -tests: the Example function is documentation all the same.
package store

import "database/sql"

// Store counts rows.
type Store struct{ db *sql.DB }

// New uses the pool that it is given.
func New(db *sql.DB) *Store { return &Store{db: db} }

// Ping asks the pool.
func (s *Store) Ping() error { return s.db.Ping() }
