// A flag says whether the pool is open.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu     sync.Mutex
	opened bool
	db     *sql.DB
)

func pool() *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if !opened {
		db, _ = sql.Open("pgx", os.Getenv("DSN")) // want singleton
		opened = true
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
