// A generic helper hands its transaction to a callback and returns the callback's value.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

func inTx[T any](ctx context.Context, db *sql.DB, fn func(*sql.Tx) (T, error)) (v T, err error) {
	tx, err := db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return v, err
	}
	defer tx.Rollback()
	if v, err = fn(tx); err != nil {
		return v, err
	}
	return v, tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/next", func(w http.ResponseWriter, r *http.Request) {
		n, err := inTx(r.Context(), db, func(tx *sql.Tx) (n int, err error) {
			err = tx.QueryRowContext(r.Context(), "update counter set n = n + 1 returning n").Scan(&n)
			return n, err
		})
		log.Print(n, err)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
