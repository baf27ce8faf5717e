// Package store keeps the pool.
package store

import (
	"context"
	"database/sql"
	"os"
)

var db *sql.DB

// Connect opens the pool.
func Connect() (err error) {
	db, err = sql.Open("pgx", os.Getenv("DSN")) // want startup
	return err
}

// Ping asks the pool.
func Ping(ctx context.Context) error { return db.PingContext(ctx) }
