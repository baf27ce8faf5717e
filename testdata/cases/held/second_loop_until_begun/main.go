// The loop tries to begin until that works, and goes no further then.
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
	for range 3 {
		tx, err := s.db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			continue
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
			return err
		}
		return tx.Commit()
	}
	return context.DeadlineExceeded
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
