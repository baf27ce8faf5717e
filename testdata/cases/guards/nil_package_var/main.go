// A nil check on a package variable, under a mutex.
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

func pool() *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if db == nil {
		var err error
		db, err = sql.Open("pgx", os.Getenv("DSN")) // want singleton
		if err != nil {
			log.Fatal(err)
		}
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
