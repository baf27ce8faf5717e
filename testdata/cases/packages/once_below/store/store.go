// Package store opens once.
package store

import (
	"database/sql"
	"sync"
)

var (
	once sync.Once
	pool *sql.DB
)

// Pool is the pool of the process.
func Pool() *sql.DB {
	once.Do(func() {
		pool, _ = sql.Open("pgx", "x") // want singleton
	})
	return pool
}
