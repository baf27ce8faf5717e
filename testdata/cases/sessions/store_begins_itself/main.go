// An interface has Begin, which hands out the same, beside Commit and Rollback: a value of it is no transaction that somebody began.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

// Store is on the pool, or on a transaction.
type Store interface {
	BeginTx(ctx context.Context) (Store, error)
	Commit() error
	Rollback() error
	Insert(ctx context.Context, name string) error
}

type execer interface {
	ExecContext(ctx context.Context, q string, args ...any) (sql.Result, error)
}

type store struct{ db execer }

func (s *store) BeginTx(ctx context.Context) (Store, error) {
	tx, err := s.db.(*sql.DB).BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	return &store{db: tx}, nil
}

func (s *store) Commit() error   { return s.db.(*sql.Tx).Commit() }
func (s *store) Rollback() error { return s.db.(*sql.Tx).Rollback() }

func (s *store) Insert(ctx context.Context, name string) error {
	_, err := s.db.ExecContext(ctx, "insert into items (name) values ($1)", name)
	return err
}

type system struct{ db *sql.DB }

func (s *system) get(name string) (Store, error) { return &store{db: s.db}, nil }

func add(ctx context.Context, st Store, name string) error {
	tx, err := st.BeginTx(ctx) // want request-session
	if err != nil {
		return err
	}
	if err := tx.Insert(ctx, name); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &system{db: db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		st, err := s.get(r.FormValue("tenant"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if err := add(r.Context(), st, r.FormValue("name")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
