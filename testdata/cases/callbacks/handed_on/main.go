// A retry helper hands its function straight on to a library that calls it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/backoff"
)

func retry(ctx context.Context, fn func() (int, error)) (int, error) { return backoff.Retry(ctx, fn) }

func count(ctx context.Context) (int, error) {
	return retry(ctx, func() (n int, err error) {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return 0, err
		}
		defer db.Close()
		err = db.QueryRowContext(ctx, "select count(*) from items").Scan(&n)
		return n, err
	})
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if _, err := count(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
