// A helper module without source knowledge of databases calls back on the handler's behalf.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/backoff"
)

func main() {
	db, err := backoff.Retry(context.Background(), func() (*sql.DB, error) {
		return sql.Open("pgx", os.Getenv("DSN")) // want startup|factory
		// why: the closure hands the pool out to main
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		_, _ = backoff.Retry(r.Context(), func() (int, error) { return 0, db.PingContext(r.Context()) })
	})
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		fresh, err := backoff.Retry(r.Context(), func() (*sql.DB, error) {
			return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		})
		if err == nil {
			_ = fresh.Close()
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
