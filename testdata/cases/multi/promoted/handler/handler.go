// Package handler serves orders.
package handler

import (
	"net/http"

	"example.com/cases/multi/promoted/base"
)

// Handler has what every handler has.
type Handler struct{ *base.Controller }

// New makes a Handler.
func New(dsn string) *Handler { return &Handler{base.New(dsn)} }

// Orders serves.
func (h *Handler) Orders(w http.ResponseWriter, r *http.Request) {
	db, err := h.Fresh()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}
