// An atomic.Pointer is read before, and set after.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync/atomic"
)

var current atomic.Pointer[sql.DB]

func pool() *sql.DB {
	if db := current.Load(); db != nil {
		return db
	}
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	if !current.CompareAndSwap(nil, db) {
		_ = db.Close()
	}
	return current.Load()
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool().PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
