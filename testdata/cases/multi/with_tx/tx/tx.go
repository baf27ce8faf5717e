// Package tx runs functions in transactions.
package tx

import (
	"context"
	"database/sql"
)

// Run begins, calls fn and ends.
func Run(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	t, err := db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer t.Rollback()
	if err := fn(t); err != nil {
		return err
	}
	return t.Commit()
}
