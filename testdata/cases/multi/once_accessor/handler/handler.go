// Package handler asks for the pool in each request.
package handler

import (
	"net/http"

	"example.com/cases/multi/once_accessor/store"
)

// Ping serves.
func Ping(w http.ResponseWriter, r *http.Request) {
	_ = store.Primary().PingContext(r.Context())
	_ = store.Tenant(r.Header.Get("X-Tenant")).PingContext(r.Context())
}
