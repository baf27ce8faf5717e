// sync.OnceFunc in a package variable.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var db *sql.DB

var connect = sync.OnceFunc(func() {
	var err error
	db, err = sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		log.Fatal(err)
	}
})

func pool() *sql.DB {
	connect()
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
