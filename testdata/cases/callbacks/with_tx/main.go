// A helper begins, calls back and ends: the handlers' closures only use what they get.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

func withTx(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil) // want request-session
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
	ctx := context.Background()
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	if err := withTx(ctx, db, seed); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/vote", func(w http.ResponseWriter, r *http.Request) {
		_ = withTx(r.Context(), db, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(r.Context(), "insert into votes values ($1)", r.FormValue("for"))
			return err
		})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func seed(tx *sql.Tx) error {
	_, err := tx.Exec("insert into parties values ('a'), ('b')")
	return err
}
