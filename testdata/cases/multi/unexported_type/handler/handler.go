// Package handler serves pages.
package handler

import (
	"net/http"

	"example.com/cases/multi/unexported_type/pages"
)

type handler struct{ src pages.Source }

// New makes the handler.
func New() http.Handler { return &handler{src: pages.Default()} }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.src.Touch(r.URL.Path); err != nil {
		http.NotFound(w, r)
	}
}
