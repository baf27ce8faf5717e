// A slice of closures, appended to at start-up and run for every request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var checks []func() error

func register(f func() error) { checks = append(checks, f) }

func main() {
	dsn := os.Getenv("DSN")
	register(func() error { return nil })
	register(func() error {
		db, err := sql.Open("pgx", dsn) // want violation SL101
		if err != nil {
			return err
		}
		defer db.Close()
		return db.Ping()
	})
	http.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {
		for _, check := range checks {
			if check() != nil {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
