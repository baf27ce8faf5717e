// Package handler serves users from whatever store it is given.
package handler

import (
	"context"
	"fmt"
	"net/http"
)

// Users is what the handler needs.
type Users interface {
	Count(ctx context.Context) (int, error)
}

// Handler serves users.
type Handler struct{ users Users }

// New makes a Handler.
func New(u Users) *Handler { return &Handler{users: u} }

// Count serves the number of users.
func (h *Handler) Count(w http.ResponseWriter, r *http.Request) {
	n, err := h.users.Count(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, n)
}
