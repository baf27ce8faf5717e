// Package store has two stores of users.
package store

import (
	"context"
	"database/sql"
)

// Shared uses the pool that it is given.
type Shared struct{ DB *sql.DB }

// Count counts in a transaction.
func (s *Shared) Count(ctx context.Context) (n int, err error) {
	tx, err := s.DB.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // want request-session
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	err = tx.QueryRowContext(ctx, "select count(*) from users").Scan(&n)
	return n, err
}

// Legacy opens the old database for each call.
type Legacy struct{ DSN string }

// Count opens, counts and closes.
func (l *Legacy) Count(ctx context.Context) (n int, err error) {
	db, err := sql.Open("mysql", l.DSN) // want startup
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select count(*) from users").Scan(&n)
	return n, err
}
