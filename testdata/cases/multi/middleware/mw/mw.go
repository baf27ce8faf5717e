// Package mw has the middlewares.
package mw

import (
	"database/sql"
	"log"
	"net/http"

	"example.com/cases/multi/middleware/txctx"
)

// Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Chain wraps h in all of ms.
func Chain(h http.Handler, ms ...Middleware) http.Handler {
	for _, m := range ms {
		h = m(h)
	}
	return h
}

// Transactional gives each request a transaction.
func Transactional(db *sql.DB) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			tx, err := db.BeginTx(r.Context(), nil) // want request-session
			if err != nil {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			defer tx.Rollback()
			next.ServeHTTP(w, r.WithContext(txctx.With(r.Context(), tx)))
			if err := tx.Commit(); err != nil {
				log.Print(err)
			}
		})
	}
}

// Audited counts requests in a database of its own.
func Audited(dsn string) Middleware {
	return func(next http.Handler) http.Handler {
		db, err := sql.Open("pgx", dsn) // want startup
		if err != nil {
			log.Fatal(err)
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = db.ExecContext(r.Context(), "insert into audit values ($1)", r.URL.Path)
			next.ServeHTTP(w, r)
		})
	}
}
