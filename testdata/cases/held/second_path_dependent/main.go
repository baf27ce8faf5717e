// One helper, two callers: right for the one that holds nothing, wrong for the other.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) tokens(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL201
	// chain: (*store).login -> (*store).auth -> (*store).tokens
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "delete from tokens"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) auth(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.tokens(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.tokens(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) login(w http.ResponseWriter, r *http.Request) {
	if err := s.auth(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/tokens", s.serve)
	http.HandleFunc("/login", s.login)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
