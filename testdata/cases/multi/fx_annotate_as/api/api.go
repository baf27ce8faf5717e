// Package api knows an interface only.
package api

import "net/http"

// Saver saves.
type Saver interface{ Save(r *http.Request) error }

// API serves.
type API struct{ saver Saver }

// New makes it.
func New(s Saver) *API { return &API{s} }

// Register adds the route.
func Register(a *API) { http.HandleFunc("/", a.handle) }

func (a *API) handle(w http.ResponseWriter, r *http.Request) {
	if err := a.saver.Save(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
