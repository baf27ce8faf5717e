// Package store has code that no entry point of the module reaches.
package store

import (
	"context"
	"database/sql"
)

// Store keeps rows.
type Store struct{ db *sql.DB }

// New uses the pool that it is given.
func New(db *sql.DB) *Store { return &Store{db: db} }

// Add is for other modules to call.
func (s *Store) Add(ctx context.Context, name string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want unreachable
	// why: an exported method is no constructor, and who calls it is not known
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into rows values ($1)", name); err != nil {
		return err
	}
	return tx.Commit()
}

var _ = legacy

func legacy(dsn string) error {
	db, err := sql.Open("pgx", dsn) // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}
