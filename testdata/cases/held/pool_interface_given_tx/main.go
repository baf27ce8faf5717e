//policy: relaxed

// A helper works on the interface that it is given: a transaction within one, the store's pool elsewhere.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

type store struct{ db *sql.DB }

func (s *store) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return s.db.ExecContext(ctx, query, args...) // want SL202
}

func touch(ctx context.Context, on execer) error {
	_, err := on.ExecContext(ctx, "update items set seen = now()")
	return err
}

func forget(ctx context.Context, on execer) error {
	_, err := on.ExecContext(ctx, "delete from items")
	return err
}

func (s *store) joined(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := touch(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) beside(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := touch(ctx, tx); err != nil {
		return err
	}
	if err := forget(ctx, s); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/joined", func(w http.ResponseWriter, r *http.Request) { s.joined(r.Context()) })
	http.HandleFunc("/beside", func(w http.ResponseWriter, r *http.Request) { s.beside(r.Context()) })
	http.HandleFunc("/touch", func(w http.ResponseWriter, r *http.Request) { touch(r.Context(), s) })
	http.HandleFunc("/forget", func(w http.ResponseWriter, r *http.Request) { forget(r.Context(), s) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
