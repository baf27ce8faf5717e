// Package handler connects on first use.
package handler

import (
	"net/http"

	"example.com/cases/packages/guarded_caller/store"
)

// Get serves.
func Get(w http.ResponseWriter, r *http.Request) {
	if store.DB == nil {
		store.Connect()
	}
	_ = store.DB.Ping()
}
