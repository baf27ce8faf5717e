// A function in a field makes repositories, on the pool and on the transaction; the callback uses the one that it is given.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type queryable interface {
	QueryRowContext(ctx context.Context, q string, args ...any) *sql.Row
	ExecContext(ctx context.Context, q string, args ...any) (sql.Result, error)
}

type repository interface {
	owner(ctx context.Context, id int) (int, error)
}

type items struct{ queryable }

func (i *items) owner(ctx context.Context, id int) (owner int, err error) {
	err = i.QueryRowContext(ctx, "select owner from items where id = $1", id).Scan(&owner)
	return owner, err
}

// stores hands out repositories, on the pool or on a transaction.
type stores[R any] struct {
	pool *sql.DB
	make func(queryable) R
}

func (s *stores[R]) onPool() R { return s.make(s.pool) }

func (s *stores[R]) inTx(ctx context.Context, f func(context.Context, R) error) error {
	tx, err := s.pool.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(ctx, s.make(tx)); err != nil {
		return err
	}
	return tx.Commit()
}

type app struct{ stores *stores[repository] }

func (a *app) read(w http.ResponseWriter, r *http.Request) {
	if _, err := a.stores.onPool().owner(r.Context(), 1); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (a *app) change(w http.ResponseWriter, r *http.Request) {
	err := a.stores.inTx(r.Context(), func(ctx context.Context, repo repository) error {
		_, err := repo.owner(ctx, 1)
		return err
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
	a := &app{&stores[repository]{pool: db, make: func(q queryable) repository { return &items{q} }}}
	http.HandleFunc("/read", a.read)
	http.HandleFunc("/change", a.change)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
