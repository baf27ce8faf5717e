// Guarded by one caller, called without the guard by another.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	once sync.Once
	db   *sql.DB
)

func connect() *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func pool() *sql.DB {
	once.Do(func() { db = connect() })
	return db
}

func main() {
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) { _ = pool().PingContext(r.Context()) })
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		fresh := connect()
		defer fresh.Close()
		_ = fresh.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
