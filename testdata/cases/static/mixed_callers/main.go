// One constructor, called by main and by a handler: right on one path, wrong on the other.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	db, err := openDB()
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	http.HandleFunc("/export", export)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func openDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: export -> openDB
}

func export(w http.ResponseWriter, r *http.Request) {
	db, err := openDB()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}
