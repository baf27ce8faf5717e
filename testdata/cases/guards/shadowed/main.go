// The new variable in the guarded block is not the one that is checked.
package main

import (
	"database/sql"
	"net/http"
)

var pool *sql.DB

func connect() *sql.DB {
	if pool == nil {
		pool, err := sql.Open("pgx", "x") // want violation SL101
		if err != nil {
			panic(err)
		}
		return pool
	}
	return pool
}

func get(w http.ResponseWriter, r *http.Request) { _ = connect().Ping() }

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
