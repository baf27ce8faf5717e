// Package routes knows an interface only.
package routes

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// Getter handles.
type Getter interface {
	Get(w http.ResponseWriter, r *http.Request)
}

// Register adds the route.
func Register(g Getter) http.Handler {
	r := chi.NewRouter()
	r.Get("/products", g.Get)
	return r
}
