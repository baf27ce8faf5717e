// The helper with the transaction is behind two others, each with a closure of its own and one behind an interface: who looks into the context joins.
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

type transactor interface {
	Transaction(ctx context.Context, fn func(ctx context.Context) error) error
}

type repo struct{ db *sql.DB }

func (r *repo) Transaction(ctx context.Context, fn func(ctx context.Context) error) error {
	return beginIn(ctx, r.db, func(ctx context.Context) error { return fn(ctx) })
}

type service struct {
	repo  transactor
	items *items
}

func (s *service) RunInTx(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.repo.Transaction(ctx, func(txCtx context.Context) error { return fn(txCtx) })
}

func (s *service) do(ctx context.Context) error {
	return s.RunInTx(ctx, func(ctx context.Context) error {
		if err := s.items.touch(ctx); err != nil {
			return err
		}
		return s.items.total(ctx)
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
	http.HandleFunc("/", (&service{&repo{db}, &items{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
