// Package db hands out sessions.
package db

import (
	"context"
	"database/sql"
)

// Store begins sessions on one pool.
type Store struct{ Pool *sql.DB }

// NewSession begins one; the caller ends it.
func (s *Store) NewSession(ctx context.Context) (*sql.Tx, error) {
	return s.Pool.BeginTx(ctx, nil) // want request-session
}
