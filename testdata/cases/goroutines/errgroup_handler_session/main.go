// The members of the handler's group call a repository: its units of work are request sessions.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

type repo struct{ db *sql.DB }

func (r *repo) archive(ctx context.Context, table string) error {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
	// why: a group inherits its caller, it is not a goroutine that outlives the request
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "delete from "+table); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	rp := &repo{db: db}
	http.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) {
		g, ctx := errgroup.WithContext(r.Context())
		for _, table := range []string{"orders", "carts"} {
			g.Go(func() error { return rp.archive(ctx, table) })
		}
		_ = g.Wait()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
