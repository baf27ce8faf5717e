// A copy that is bound to the transaction stands beside the one on the pool.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

type items struct{ db execer }

func (i *items) with(tx *sql.Tx) *items { return &items{tx} }

func (i *items) touch(ctx context.Context, id int) error {
	_, err := i.db.ExecContext(ctx, "update items set seen = true where id = $1", id) // want SL202
	return err
}

type service struct {
	store
	items *items
}

func (s *service) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	items := s.items.with(tx)
	if err := items.touch(ctx, 1); err != nil {
		return err
	}
	if err := s.items.touch(ctx, 2); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *service) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&service{store{db}, &items{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
