// pgx: the release is in the function that is returned, and does not come with an error.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ db *pgxpool.Pool }

func (s *store) connect(ctx context.Context) (pgx.Tx, func(), error) {
	conn, err := s.db.Acquire(ctx) // want violation SL401
	if err != nil {
		return nil, nil, err
	}
	tx, err := conn.Begin(ctx) // want request-session
	if err != nil {
		return nil, nil, err
	}
	return tx, func() {
		_ = tx.Rollback(ctx)
		conn.Release()
	}, nil
}

func (s *store) run(ctx context.Context) error {
	tx, done, err := s.connect(ctx) // want request-session
	if err != nil {
		return err
	}
	defer done()
	_, err = tx.Exec(ctx, "select 1")
	return err
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
