// Package handler serves.
package handler

import (
	"net/http"

	"example.com/cases/packages/unexported_type/repo"
)

// Health serves.
func Health(w http.ResponseWriter, r *http.Request) { _ = repo.Ping() }
