// What a guarded connect does besides runs once, too.
package main

import (
	"database/sql"
	"net/http"
)

var pool *sql.DB

func ensure() {
	if pool == nil {
		pool, _ = sql.Open("pgx", "x") // want singleton
		migrate()
	}
}

func migrate() {
	tx, err := pool.Begin() // want singleton
	if err == nil {
		_, _ = tx.Exec("create table t (id int)")
	}
}

func get(w http.ResponseWriter, r *http.Request) { ensure() }

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
