// A map that is only written caches nothing.
package main

import (
	"database/sql"
	"net/http"
)

var pools = map[string]*sql.DB{}

func get(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", "x") // want violation SL101
	if err != nil {
		return
	}
	pools["x"] = db
	_ = db.Ping()
}

func main() {
	http.HandleFunc("/", get)
	_ = http.ListenAndServe(":8080", nil)
}
