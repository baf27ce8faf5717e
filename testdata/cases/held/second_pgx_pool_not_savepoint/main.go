// pgx: Begin of the pool inside a transaction is no savepoint.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ db *pgxpool.Pool }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.Begin(ctx) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx)
	inner, err := s.db.Begin(ctx) // want violation SL201
	if err != nil {
		return err
	}
	defer inner.Rollback(ctx)
	if _, err := inner.Exec(ctx, "insert into maybe values (1)"); err != nil {
		return err
	}
	if err := inner.Commit(ctx); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
