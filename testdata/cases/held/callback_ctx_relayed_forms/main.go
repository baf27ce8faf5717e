// The transaction is in a context that passes through a function in a field, a generic helper, a retry and a closure in a variable.
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

func beginIn(ctx context.Context, db *sql.DB, fn func(ctx context.Context) error) error {
	tx, err := db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(context.WithValue(ctx, key{}, tx)); err != nil {
		return err
	}
	return tx.Commit()
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

func retry(n int, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

type repo struct{ db *sql.DB }

func (r *repo) Transaction(ctx context.Context, fn func(ctx context.Context) error) error {
	return retry(3, func() error {
		return beginIn(ctx, r.db, func(ctx context.Context) error { return fn(ctx) })
	})
}

type runner func(ctx context.Context, fn func(ctx context.Context) error) error

func inTx[T any](ctx context.Context, run runner, fn func(ctx context.Context) (T, error)) (T, error) {
	var out T
	err := run(ctx, func(ctx context.Context) (err error) {
		out, err = fn(ctx)
		return err
	})
	return out, err
}

type service struct {
	run   runner
	items *items
}

func (s *service) do(ctx context.Context) error {
	work := func(ctx context.Context) (int, error) {
		if err := s.items.total(ctx); err != nil {
			return 0, err
		}
		return 1, retry(2, func() error { return s.items.touch(ctx) })
	}
	_, err := inTx(ctx, s.run, work)
	return err
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
	http.HandleFunc("/", (&service{(&repo{db}).Transaction, &items{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
