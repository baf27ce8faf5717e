// The flag is lowered, not raised: it guards nothing.
package main

import (
	"database/sql"
	"net/http"
)

var stale = true

func load() error {
	db, err := sql.Open("pgx", "x") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func get(w http.ResponseWriter, r *http.Request) {
	if !stale {
		_ = load()
	}
	stale = false
}

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
