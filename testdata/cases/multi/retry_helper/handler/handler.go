// Package handler serves.
package handler

import (
	"net/http"

	"example.com/cases/multi/retry_helper/retry"
	"example.com/cases/multi/retry_helper/store"
)

// Ping serves.
func Ping(w http.ResponseWriter, r *http.Request) {
	if retry.Logged("ping", func() error { return store.Ping(r.Context()) }) != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}
