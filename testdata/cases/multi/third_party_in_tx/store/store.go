// Package store keeps orders.
package store

import (
	"context"
	"database/sql"

	"company.example/dbutil"
)

// Store keeps orders.
type Store struct{ db *sql.DB }

// New makes a store on a pool.
func New(db *sql.DB) *Store { return &Store{db} }

// Add adds an order.
func (s *Store) Add(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := log(ctx); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into orders default values"); err != nil {
		return err
	}
	return tx.Commit()
}

func log(ctx context.Context) error {
	db, err := dbutil.OpenReplica(ctx, "AUDIT") // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "insert into log default values")
	return err
}
