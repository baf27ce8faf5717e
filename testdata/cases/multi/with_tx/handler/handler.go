// Package handler serves votes.
package handler

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/with_tx/old"
	"example.com/cases/multi/with_tx/tx"
)

// Handler serves votes.
type Handler struct{ DB *sql.DB }

// Vote uses what it gets.
func (h *Handler) Vote(w http.ResponseWriter, r *http.Request) {
	_ = tx.Run(r.Context(), h.DB, func(t *sql.Tx) error {
		_, err := t.ExecContext(r.Context(), "insert into votes values (1)")
		return err
	})
}

// Move opens the old database in its callback.
func (h *Handler) Move(w http.ResponseWriter, r *http.Request) {
	_ = tx.Run(r.Context(), h.DB, old.Copy)
}
