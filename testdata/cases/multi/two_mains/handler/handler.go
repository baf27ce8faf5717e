// Package handler serves names.
package handler

import "net/http"

// Names finds names.
type Names interface {
	Find(id string) (string, error)
}

// Handler serves names.
type Handler struct{ Names Names }

// ServeHTTP serves.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, err := h.Names.Find(r.FormValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	_, _ = w.Write([]byte(name))
}
