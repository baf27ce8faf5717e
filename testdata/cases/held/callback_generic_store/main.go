// A generic store makes a repository of the transaction by a function in a field, and an operation gets it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type conn interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

type operation[R any] struct {
	f func(ctx context.Context, repo R) error
}

func (o *operation[R]) run(ctx context.Context, repo R) error { return o.f(ctx, repo) }

type store[R any] struct {
	db      *sql.DB
	newRepo func(c conn) R
}

func (s *store[R]) plain() R { return s.newRepo(s.db) }

func (s *store[R]) transact(ctx context.Context, o *operation[R]) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.execute(ctx, s.newRepo(tx), o); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store[R]) execute(ctx context.Context, repo R, o *operation[R]) error {
	return o.run(ctx, repo)
}

type items interface {
	touch(ctx context.Context) error
	total(ctx context.Context) error
}

type sqlItems struct{ conn }

func (i *sqlItems) touch(ctx context.Context) error {
	_, err := i.ExecContext(ctx, "update items set seen = true")
	return err
}

func (i *sqlItems) total(ctx context.Context) error {
	_, err := i.ExecContext(ctx, "update totals set n = 0") // want SL202
	return err
}

type app struct{ store *store[items] }

func (a *app) save(ctx context.Context) error {
	return a.store.transact(ctx, &operation[items]{f: func(ctx context.Context, repo items) error {
		if err := repo.touch(ctx); err != nil {
			return err
		}
		return a.store.plain().total(ctx)
	}})
}

func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	if err := a.store.plain().touch(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := a.save(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store[items]{db: db, newRepo: func(c conn) items { return &sqlItems{c} }}
	http.HandleFunc("/", (&app{store: s}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
