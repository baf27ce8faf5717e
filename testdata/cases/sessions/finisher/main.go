// A helper that is called, not deferred, ends the transaction by the work's error.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

func end(tx *sql.Tx, err error) error {
	if err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

type store struct{ db *sql.DB }

func (s *store) rename(ctx context.Context, name string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "update profile set name = $1", name)
	return end(tx, err)
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	_ = s.rename(r.Context(), r.FormValue("name"))
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
