// A rollback that only a panic runs is none for a return on an error.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL401
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			_ = tx.Rollback()
			return
		}
	}()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		_ = tx.Rollback()
		return err
	}
	if _, err := tx.ExecContext(ctx, "update totals set n = n + 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
