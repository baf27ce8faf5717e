// Package handler serves reports.
package handler

import (
	"net/http"

	"example.com/cases/multi/third_party_helper/repo"
)

// Report serves a report.
func Report(w http.ResponseWriter, r *http.Request) {
	if _, err := repo.Sales(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
