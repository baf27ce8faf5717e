// The caller checks and stores; the function that it calls opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu sync.Mutex
	db *sql.DB
)

func connect(dsn string) *sql.DB {
	db, err := sql.Open("pgx", dsn) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func pool() *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if db == nil {
		db = connect(os.Getenv("DSN"))
	}
	return db
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool().PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
