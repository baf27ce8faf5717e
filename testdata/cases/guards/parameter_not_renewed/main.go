// The function opens a pool if it is given none, and the caller does not keep what it gets.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var pool, last *sql.DB

func connected(db *sql.DB) *sql.DB {
	if db != nil {
		return db
	}
	fresh, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		log.Print(err)
		return nil
	}
	return fresh
}

func latest(db *sql.DB) *sql.DB {
	if db != nil {
		_ = db.Close()
	}
	fresh, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		log.Print(err)
		return nil
	}
	return fresh
}

func serve(w http.ResponseWriter, r *http.Request) {
	if err := connected(pool).PingContext(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	last = latest(last)
}

func main() {
	http.HandleFunc("/", serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
