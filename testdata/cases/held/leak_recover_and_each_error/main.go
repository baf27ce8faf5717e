// A rollback on a panic, and one on each error; another closure looks at what it recovered later.
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
	defer func() {
		if r := recover(); r != nil {
			_ = tx.Rollback()
			panic(r)
		}
	}()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *store) always(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer func() {
		r := recover()
		if r != nil {
			log.Print(r)
		}
		_ = tx.Rollback()
	}()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serveAlways(w http.ResponseWriter, r *http.Request) {
	if err := s.always(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
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
	http.HandleFunc("/always", (&store{db: db}).serveAlways)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
