// fx: a store goes from a field of a result struct to a field of a parameter struct.
package main

import (
	"context"
	"database/sql"
	"net/http"

	"go.uber.org/fx"
)

type saver interface {
	save(ctx context.Context) error
}

type archive struct{ dsn string }

func (a *archive) save(ctx context.Context) error {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

type result struct {
	fx.Out
	Archive saver `name:"archive"`
}

type params struct {
	fx.In
	Archive saver `name:"archive"`
}

func newArchive() result { return result{Archive: &archive{dsn: "archive"}} }

func routes(p params) {
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		if err := p.Archive.save(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

func main() {
	fx.New(fx.Provide(newArchive), fx.Invoke(routes)).Run()
}
