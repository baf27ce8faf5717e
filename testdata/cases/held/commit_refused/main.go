// A function that returns no error refuses within a condition, and commits else; one that never commits has forgotten it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) reserve(ctx context.Context, name string) int {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return http.StatusInternalServerError
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update limits set n = n + 1"); err != nil {
		return http.StatusInternalServerError
	}
	var n int
	if err := tx.QueryRowContext(ctx, "select count(*) from names where name = $1", name).Scan(&n); err != nil {
		return http.StatusInternalServerError
	}
	if n > 0 {
		return http.StatusConflict
	}
	if err := tx.Commit(); err != nil {
		return http.StatusInternalServerError
	}
	return http.StatusCreated
}

func (s *store) forget(ctx context.Context, name string) int {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL402
	if err != nil {
		return http.StatusInternalServerError
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into names values ($1)", name); err != nil {
		return http.StatusInternalServerError
	}
	return http.StatusCreated
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(s.reserve(r.Context(), r.FormValue("name")))
	})
	http.HandleFunc("/forget", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(s.forget(r.Context(), r.FormValue("name")))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
