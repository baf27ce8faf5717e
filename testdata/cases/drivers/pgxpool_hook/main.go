// A hook in the configuration is run by the pool for each of its connections.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func main() {
	ctx := context.Background()
	cfg, err := pgxpool.ParseConfig(os.Getenv("DSN"))
	if err != nil {
		log.Fatal(err)
	}
	cfg.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		tx, err := conn.Begin(ctx) // want factory
		if err != nil {
			return err
		}
		defer tx.Rollback(ctx)
		if _, err := tx.Exec(ctx, "set search_path = shop"); err != nil {
			return err
		}
		return tx.Commit(ctx)
	}
	pool, err := pgxpool.NewWithConfig(ctx, cfg) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = pool.Ping(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
