// Packages register initializers in a table that main runs.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var initializers []func() error

var db *sql.DB

func init() {
	initializers = append(initializers, func() (err error) {
		db, err = sql.Open("pgx", os.Getenv("DSN")) // want startup
		return err
	})
}

func main() {
	for _, f := range initializers {
		if err := f(); err != nil {
			log.Fatal(err)
		}
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
