// A begin helper is called while its own transaction is held, directly and through a helper around it: the calls are what to change.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) inTx(ctx context.Context, fn func(tx *sql.Tx) error) error {
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

func (s *store) logged(ctx context.Context, fn func(tx *sql.Tx) error) error {
	err := s.inTx(ctx, fn)
	log.Print(err)
	return err
}

func (s *store) touch(tx *sql.Tx) error {
	_, err := tx.Exec("update items set seen = true")
	return err
}

func (s *store) count(ctx context.Context) error {
	return s.inTx(ctx, s.touch) // want SL201
}

func (s *store) run(ctx context.Context) error {
	if err := s.inTx(ctx, s.touch); err != nil {
		return err
	}
	return s.inTx(ctx, func(tx *sql.Tx) error {
		if err := s.touch(tx); err != nil {
			return err
		}
		if err := s.logged(ctx, s.touch); err != nil { // want SL201
			return err
		}
		return s.count(ctx)
	})
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
