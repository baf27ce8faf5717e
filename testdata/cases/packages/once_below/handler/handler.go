// Package handler serves.
package handler

import (
	"net/http"

	"example.com/cases/packages/once_below/store"
)

// Get serves.
func Get(w http.ResponseWriter, r *http.Request) { _ = store.Pool().Ping() }
