// The same helper, used by start-up code alone.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

func withTx(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil) // want startup|factory
	// why: the helper hands the session to its callback, so it is a provider too
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	err = withTx(context.Background(), db, func(tx *sql.Tx) error {
		_, err := tx.Exec("delete from votes")
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/votes", func(w http.ResponseWriter, r *http.Request) {
		_ = db.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
