// pgx: the rollback takes the context of the begin.
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
	tx, err := s.db.Begin(ctx) // want violation SL401
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "update items set seen = true"); err != nil {
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
