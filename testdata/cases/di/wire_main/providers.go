package main

import (
	"database/sql"
	"net/http"
	"os"
)

func newDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want factory
}

type app struct{ db *sql.DB }

func newApp(db *sql.DB) *app { return &app{db: db} }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { _ = a.db.PingContext(r.Context()) }
