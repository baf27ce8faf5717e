// sync.OnceValue in a package variable, called by the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var pool = sync.OnceValue(func() *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
})

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool().PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
