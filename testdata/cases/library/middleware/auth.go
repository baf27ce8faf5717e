// Package auth exports a middleware whose inner handler dials per request.
package auth

import (
	"net/http"

	"github.com/jackc/pgx/v5"
)

// Required lets through who has a token.
func Required(dsn string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, err := pgx.Connect(r.Context(), dsn) // want violation SL102
			if err != nil {
				http.Error(w, err.Error(), http.StatusServiceUnavailable)
				return
			}
			ok := conn.Ping(r.Context()) == nil
			_ = conn.Close(r.Context())
			if !ok {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
