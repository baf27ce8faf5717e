// The same repository, and a callback that passes the pool although it was given the transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type execer interface {
	exec(ctx context.Context, query string, args ...any) error
}

type loggedDB struct{ db *sql.DB }

func (l *loggedDB) exec(ctx context.Context, query string, args ...any) error {
	_, err := l.db.ExecContext(ctx, query, args...) // want SL202
	return err
}

type loggedTx struct{ tx *sql.Tx }

func (l *loggedTx) exec(ctx context.Context, query string, args ...any) error {
	_, err := l.tx.ExecContext(ctx, query, args...)
	return err
}

func touch(ctx context.Context, q execer, id string) error {
	return q.exec(ctx, "update things set seen = now() where id = ?", id)
}

type store struct{ db *sql.DB }

func (s *store) inTx(ctx context.Context, f func(execer) error) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(&loggedTx{tx}); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) look(w http.ResponseWriter, r *http.Request) {
	if err := touch(r.Context(), &loggedDB{s.db}, r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) both(w http.ResponseWriter, r *http.Request) {
	err := s.inTx(r.Context(), func(q execer) error {
		if err := touch(r.Context(), q, r.FormValue("a")); err != nil {
			return err
		}
		return touch(r.Context(), &loggedDB{s.db}, r.FormValue("b"))
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/look", s.look)
	http.HandleFunc("/both", s.both)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
