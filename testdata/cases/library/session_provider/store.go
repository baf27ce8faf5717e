// Package store is a library of a session provider and a handler that uses it.
package store

import (
	"context"
	"database/sql"
	"net/http"
)

// Store hands out transactions.
type Store struct{ db *sql.DB }

// Begin returns a transaction that the caller ends.
func (s *Store) Begin(ctx context.Context) (*sql.Tx, error) {
	return s.db.BeginTx(ctx, nil) // want request-session
}

// Rename is a handler.
func (s *Store) Rename(w http.ResponseWriter, r *http.Request) {
	tx, err := s.Begin(r.Context()) // want violation SL103
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "update profile set name = $1", r.FormValue("name")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := tx.Commit(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
