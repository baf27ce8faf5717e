// Double-checked locking.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu sync.RWMutex
	db *sql.DB
)

func pool() *sql.DB {
	mu.RLock()
	got := db
	mu.RUnlock()
	if got != nil {
		return got
	}
	mu.Lock()
	defer mu.Unlock()
	if db == nil {
		db, _ = sql.Open("pgx", os.Getenv("DSN")) // want singleton
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
