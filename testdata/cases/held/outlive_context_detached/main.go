// The goroutine detaches the request's context and takes a transaction of its own.
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
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	go s.note(context.WithoutCancel(ctx))
	return nil
}

func (s *store) note(ctx context.Context) {
	tx, err := s.db.BeginTx(ctx, nil) // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into notes values (1)"); err == nil {
		_ = tx.Commit()
	}
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
