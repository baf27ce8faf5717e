// Package api serves.
package api

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/decorator/trace"
)

// Status answers with a pool of its own, and Ping with none.
func Status(w http.ResponseWriter, r *http.Request) {
	if err := trace.Do("status", status)(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func status() error {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

// Ping answers.
func Ping(w http.ResponseWriter, r *http.Request) {
	if err := trace.Do("ping", func() error { return r.ParseForm() })(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}
