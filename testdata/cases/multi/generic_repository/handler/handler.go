// Package handler instantiates the repository.
package handler

import (
	"net/http"

	"example.com/cases/multi/generic_repository/deep"
	"example.com/cases/multi/generic_repository/repo"
)

type invoice struct{ cents int }

func (invoice) Table() string { return "invoices" }

// Invoices makes a handler that serves invoices.
func Invoices(name string) http.Handler {
	rp := repo.New[invoice](deep.Opener(name))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := rp.Count(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}
