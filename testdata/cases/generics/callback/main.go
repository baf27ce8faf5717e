// A generic helper calls back: bound at the call site, not once for all instances.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func measure[T any](name string, f func() T) T {
	log.Print(name)
	return f()
}

func main() {
	db := measure("open", func() *sql.DB {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup|factory
		// why: the closure hands the pool out to main
		if err != nil {
			log.Fatal(err)
		}
		return db
	})
	http.HandleFunc("/n", func(w http.ResponseWriter, r *http.Request) {
		_ = measure("ping", func() error { return db.PingContext(r.Context()) })
	})
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		_ = measure("fresh", func() error {
			fresh, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			if err != nil {
				return err
			}
			return fresh.Close()
		})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
