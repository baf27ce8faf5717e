// Package api serves requests.
package api

import (
	"database/sql"
	"net/http"
	"os"

	"example.com/cases/multi/answer_always_same/flags"
)

type API struct{ DB *sql.DB }

func (a *API) pool() (*sql.DB, error) {
	if flags.PerRequest() {
		return sql.Open("pgx", os.Getenv("DSN")) // want unreachable
	}
	return a.DB, nil
}

func (a *API) Serve(w http.ResponseWriter, r *http.Request) {
	db, err := a.pool()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := db.PingContext(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (a *API) Debug(w http.ResponseWriter, r *http.Request) {
	if !flags.PerRequest() {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return
		}
		defer db.Close()
	}
}
