// fx: a provided constructor is called once, an invoked function and a hook run at start.
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

type api struct{ db *sql.DB }

func newAPI(db *sql.DB) *api { return &api{db: db} }

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) { _ = a.db.PingContext(r.Context()) }

func seed(db *sql.DB) error {
	legacy, err := sql.Open("mysql", os.Getenv("LEGACY")) // want startup
	if err != nil {
		return err
	}
	return legacy.Close()
}

func serve(lc fx.Lifecycle, a *api) {
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			probe, err := sql.Open("pgx", os.Getenv("PROBE")) // want startup
			if err != nil {
				return err
			}
			go http.ListenAndServe(":8080", a)
			return probe.Close()
		},
	})
}

func main() { fx.New(fx.Provide(newDB, newAPI), fx.Invoke(seed, serve)).Run() }
