// A run-in-transaction method is called by its method expression, with the receiver among the arguments.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type runner interface {
	InTx(ctx context.Context, fn func(tx *sql.Tx) error) error
}

type store struct{ db *sql.DB }

func (s *store) InTx(ctx context.Context, fn func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

type service struct{ run runner }

func (s *service) touch(ctx context.Context) error {
	return runner.InTx(s.run, ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "update items set seen = true")
		return err
	})
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service{run: &store{db}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.touch(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
