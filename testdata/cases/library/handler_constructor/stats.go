// Package stats exports functions that return handlers, one of which opens per request.
package stats

import (
	"database/sql"
	"net/http"
)

// Live opens for every request.
func Live(dsn string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", dsn) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer db.Close()
		_ = db.PingContext(r.Context())
	}
}

// Shared uses the pool that it is given.
func Shared(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) }
}
