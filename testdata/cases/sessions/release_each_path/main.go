// No defer: each path rolls back or commits.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) move(ctx context.Context, from, to int) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update accounts set cents = cents - 1 where id = $1", from); err != nil {
		_ = tx.Rollback()
		return err
	}
	if _, err := tx.ExecContext(ctx, "update accounts set cents = cents + 1 where id = $1", to); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { _ = s.move(r.Context(), 1, 2) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
