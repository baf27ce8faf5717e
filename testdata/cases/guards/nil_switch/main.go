// The nil check is a case of a switch.
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
	switch {
	case db == nil:
		db, _ = sql.Open("pgx", os.Getenv("DSN")) // want singleton
	default:
		log.Print("pool is there")
	}
	return db
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = pool().PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
