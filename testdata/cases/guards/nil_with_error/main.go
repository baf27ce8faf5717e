// Early return when the pool is there and the last attempt was good.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu      sync.Mutex
	db      *sql.DB
	lastErr error
)

func pool() (*sql.DB, error) {
	mu.Lock()
	defer mu.Unlock()
	if db != nil && lastErr == nil {
		return db, nil
	}
	db, lastErr = sql.Open("pgx", os.Getenv("DSN")) // want singleton
	return db, lastErr
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if db, err := pool(); err == nil {
			_ = db.PingContext(r.Context())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
