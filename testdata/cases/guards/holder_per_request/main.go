// The value that keeps the pool is made for every request.
package main

import (
	"database/sql"
	"net/http"
)

type core struct{ db *sql.DB }

func (c *core) pool() *sql.DB {
	if c.db == nil {
		c.db, _ = sql.Open("pgx", "x") // want violation SL101
	}
	return c.db
}

func get(w http.ResponseWriter, r *http.Request) {
	c := &core{}
	_ = c.pool().Ping()
}

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
