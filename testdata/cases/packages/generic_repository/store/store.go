// Package store has the two ways to get a pool.
package store

import "database/sql"

// Fresh opens a pool.
func Fresh() (*sql.DB, error) {
	return sql.Open("pgx", "fresh") // want violation SL101
}

// Shared hands out the pool of the process.
func Shared() (*sql.DB, error) { return pool, nil }

var pool, _ = sql.Open("pgx", "shared") // want startup
