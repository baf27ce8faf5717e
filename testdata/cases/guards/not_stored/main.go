// The variable is checked but never set: it is nil for every request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var shared *sql.DB

func pool() *sql.DB {
	if shared == nil {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			log.Fatal(err)
		}
		return db
	}
	return shared
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool().PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
