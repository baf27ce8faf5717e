// A transaction taken two hops down, ended on all paths: a unit of work.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type service struct{ store *store }

type store struct{ db *sql.DB }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	svc := &service{store: &store{db: db}}
	http.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		if err := svc.book(r.Context(), r.FormValue("seat")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func (s *service) book(ctx context.Context, seat string) error { return s.store.take(ctx, seat) }

func (s *store) take(ctx context.Context, seat string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update seats set taken = true where id = $1", seat); err != nil {
		return err
	}
	return tx.Commit()
}
