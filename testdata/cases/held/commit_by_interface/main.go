// A repository behind an interface begins, commits and rolls back what it is given.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type repo interface {
	Open(ctx context.Context) (*sql.Tx, error)
	Commit(ctx context.Context, tx *sql.Tx) error
	Rollback(ctx context.Context, tx *sql.Tx) error
	Insert(ctx context.Context, tx *sql.Tx) error
}

type postgres struct{ pool *sql.DB }

func (p *postgres) Open(ctx context.Context) (*sql.Tx, error) {
	return p.pool.BeginTx(ctx, nil) // want request-session
}

func (p *postgres) Commit(_ context.Context, tx *sql.Tx) error   { return tx.Commit() }
func (p *postgres) Rollback(_ context.Context, tx *sql.Tx) error { return tx.Rollback() }

func (p *postgres) Insert(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "insert into t default values")
	return err
}

type service struct{ repo repo }

func (s *service) deferred(ctx context.Context) error {
	tx, err := s.repo.Open(ctx) // want request-session
	if err != nil {
		return err
	}
	defer func() { _ = s.repo.Commit(ctx, tx) }()
	if err := s.repo.Insert(ctx, tx); err != nil {
		_ = s.repo.Rollback(ctx, tx)
		return err
	}
	return nil
}

func (s *service) usual(ctx context.Context) error {
	tx, err := s.repo.Open(ctx) // want request-session
	if err != nil {
		return err
	}
	defer s.repo.Rollback(ctx, tx)
	if err := s.repo.Insert(ctx, tx); err != nil {
		return err
	}
	return s.repo.Commit(ctx, tx)
}

func (s *service) forgets(ctx context.Context) error {
	tx, err := s.repo.Open(ctx) // want violation SL401
	if err != nil {
		return err
	}
	if err := s.repo.Insert(ctx, tx); err != nil {
		return err
	}
	return s.repo.Commit(ctx, tx)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service{&postgres{db}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		for _, f := range []func(context.Context) error{s.deferred, s.usual, s.forgets} {
			if err := f(r.Context()); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
