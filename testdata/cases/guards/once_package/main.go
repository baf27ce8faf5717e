// A sync.Once in a package variable; asked for by the handler.
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

func pool() *sql.DB {
	once.Do(func() {
		var err error
		db, err = sql.Open("pgx", os.Getenv("DSN")) // want singleton
		if err != nil {
			log.Fatal(err)
		}
	})
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
