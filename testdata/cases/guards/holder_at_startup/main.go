// The value that keeps the pool is made once.
package main

import (
	"database/sql"
	"net/http"
)

type core struct{ db *sql.DB }

func (c *core) pool() *sql.DB {
	if c.db == nil {
		c.db, _ = sql.Open("pgx", "x") // want singleton
	}
	return c.db
}

var shared = &core{}

func get(w http.ResponseWriter, r *http.Request) { _ = shared.pool().Ping() }

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
