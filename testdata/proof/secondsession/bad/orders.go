// Package bad begins a second transaction while it holds one.
package bad

import (
	"context"
	"database/sql"
	"net/http"
)

// Orders takes orders and keeps an audit trail.
type Orders struct{ db *sql.DB }

// New is for main.
func New(db *sql.DB) *Orders { return &Orders{db} }

// Create is the handler.
func (o *Orders) Create(w http.ResponseWriter, r *http.Request) {
	if err := o.create(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	}
}

func (o *Orders) create(ctx context.Context) error {
	tx, err := o.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into orders values ('tea')"); err != nil {
		return err
	}
	if err := o.note(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func (o *Orders) note(ctx context.Context) error {
	tx, err := o.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into audit values (1)"); err != nil {
		return err
	}
	return tx.Commit()
}
