// The handler behind the middleware begins a transaction of its own.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) inTx(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := s.db.BeginTx(r.Context(), nil) // want request-session
		if err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, tx)))
		if err := tx.Commit(); err != nil {
			log.Print(err)
		}
	})
}

type key struct{}

func (s *store) touch(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL201
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.touch(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.Handle("/", s.inTx(http.HandlerFunc(s.serve)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
