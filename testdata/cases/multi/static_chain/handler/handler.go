// Package handler serves orders.
package handler

import (
	"net/http"

	"example.com/cases/multi/static_chain/repo"
)

// List serves the list of orders.
func List(w http.ResponseWriter, r *http.Request) {
	if _, err := repo.CountOrders(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
