// The helper begins only if its handle is the pool, and the callback calls the value that has the pool instead of the one that has the transaction.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type conn interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

type app struct{ db conn }

func (a *app) conn() conn { return a.db }

func (a *app) inTx(ctx context.Context, fn func(a *app) error) error {
	return a.run(ctx, a.conn(), fn)
}

func (a *app) run(ctx context.Context, c conn, fn func(a *app) error) error {
	switch c := c.(type) {
	case *sql.Tx:
		return fn(a)
	case *sql.DB:
		tx, err := c.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if err := fn(&app{db: tx}); err != nil {
			return err
		}
		return tx.Commit()
	}
	return errors.New("neither a pool nor a transaction")
}

func (a *app) begin(ctx context.Context) error {
	if db, ok := a.conn().(*sql.DB); ok {
		tx, err := db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(ctx, "update totals set n = 0"); err != nil {
			return err
		}
		return tx.Commit()
	}
	return a.touch(ctx)
}

func (a *app) touch(ctx context.Context) error {
	return a.inTx(ctx, func(a *app) error {
		_, err := a.db.ExecContext(ctx, "update items set seen = true")
		return err
	})
}

func (a *app) all(ctx context.Context) error {
	return a.inTx(ctx, func(inner *app) error {
		if err := inner.touch(ctx); err != nil {
			return err
		}
		if err := a.begin(ctx); err != nil { // want SL201
			return err
		}
		return a.touch(ctx) // want SL201
	})
}

func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	if err := a.all(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&app{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
