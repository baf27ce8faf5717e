// Package store opens in its package variables, in init, and once on demand.
package store

import (
	"database/sql"
	"os"
	"sync"
)

var primary, primaryErr = sql.Open("pgx", os.Getenv("PRIMARY")) // want startup

var replica *sql.DB

func init() {
	if primaryErr == nil {
		replica, _ = sql.Open("pgx", os.Getenv("REPLICA")) // want startup
	}
}

// Archive opens on its first call.
var Archive = sync.OnceValues(func() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("ARCHIVE")) // want singleton
})

// Ping asks both.
func Ping() error {
	if err := primary.Ping(); err != nil {
		return err
	}
	return replica.Ping()
}
