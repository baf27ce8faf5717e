// fx builds the repository; its method takes a unit of work per request.
package main

import (
	"context"
	"database/sql"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func newDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want factory
}

type repo struct{ db *sql.DB }

func newRepo(db *sql.DB) *repo { return &repo{db: db} }

func (r *repo) add(ctx context.Context, name string) error {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into items values ($1)", name); err != nil {
		return err
	}
	return tx.Commit()
}

type handler struct{ repo *repo }

func newHandler(r *repo) http.Handler { return &handler{repo: r} }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = h.repo.add(r.Context(), r.FormValue("name"))
}

func main() {
	fx.New(fx.Provide(newDB, newRepo, newHandler), fx.Invoke(func(h http.Handler) { go http.ListenAndServe(":8080", h) })).Run()
}
