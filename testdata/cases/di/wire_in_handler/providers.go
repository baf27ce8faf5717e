package main

import (
	"context"
	"database/sql"
	"os"
)

func newDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: show -> initializeReport -> newDB
}

type report struct{ db *sql.DB }

func newReport(db *sql.DB) *report { return &report{db: db} }

func (r *report) run(ctx context.Context) error { return r.db.PingContext(ctx) }
