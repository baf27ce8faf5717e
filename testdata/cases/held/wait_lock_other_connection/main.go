// A lock on another connection is waited for through an interface while the transaction is open.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type locker interface {
	acquire(ctx context.Context) error
}

type advisory struct{ db *sql.DB }

func (a *advisory) acquire(ctx context.Context) error {
	_, err := a.db.ExecContext(ctx, "select pg_advisory_lock(1)") // want SL202
	return err
}

type store struct {
	db   *sql.DB
	lock locker
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.lock.acquire(ctx); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
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
	http.HandleFunc("/", (&store{db: db, lock: &advisory{db: db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
