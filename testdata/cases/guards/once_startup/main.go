// A guard that only start-up code comes to.
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

func setup() {
	once.Do(func() {
		var err error
		if db, err = sql.Open("pgx", os.Getenv("DSN")); err != nil { // want startup|singleton
			// why: both are true
			log.Fatal(err)
		}
	})
}

func main() {
	setup()
	setup()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
