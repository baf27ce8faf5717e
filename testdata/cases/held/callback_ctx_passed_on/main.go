// The function that begins puts the transaction into the context and leaves the callback to a helper, which cannot see what its context has.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type key struct{}

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func from(ctx context.Context, db *sql.DB) execer {
	if tx, ok := ctx.Value(key{}).(*sql.Tx); ok {
		return tx
	}
	return db
}

type items struct{ db *sql.DB }

func (r *items) touch(ctx context.Context) error {
	_, err := from(ctx, r.db).ExecContext(ctx, "update items set seen = true")
	return err
}

func (r *items) total(ctx context.Context) error {
	_, err := r.db.ExecContext(ctx, "update totals set n = 0") // want SL202
	return err
}

type service struct {
	db    *sql.DB
	items *items
}

func (s *service) begin(ctx context.Context) (context.Context, *sql.Tx, error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return ctx, nil, err
	}
	return context.WithValue(ctx, key{}, tx), tx, nil
}

func (s *service) inTx(ctx context.Context, fn func(ctx context.Context) error) error {
	ctx, tx, err := s.begin(ctx) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.timed(ctx, fn); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *service) timed(ctx context.Context, fn func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return fn(ctx)
}

func (s *service) do(ctx context.Context) error {
	return s.inTx(ctx, func(ctx context.Context) error {
		if err := s.items.total(ctx); err != nil {
			return err
		}
		return s.items.touch(ctx)
	})
}

func (s *service) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.do(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&service{db, &items{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
