// The handler is not behind the middleware that holds a transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type key struct{}

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

type joined struct{}

func (joined) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Context().Value(key{}).(*sql.Tx).Exec("update items set seen = true"); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if _, err := s.db.ExecContext(r.Context(), "select 1"); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.Handle("/write", s.inTx(joined{}))
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
