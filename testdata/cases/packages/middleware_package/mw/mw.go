// Package mw has a middleware.
package mw

import (
	"context"
	"database/sql"
	"net/http"
)

type key struct{}

// Tx gives every request a transaction and ends it.
func Tx(db *sql.DB, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := db.BeginTx(r.Context(), nil) // want request-session
		if err != nil {
			return
		}
		defer tx.Rollback()
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, tx)))
		_ = tx.Commit()
	})
}

// Audit dials for every request.
func Audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", "audit") // want violation SL101
		if err == nil {
			defer db.Close()
		}
		next.ServeHTTP(w, r)
	})
}
