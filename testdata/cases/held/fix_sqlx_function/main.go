// sqlx: the function that reads takes the pool as an argument.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type store struct{ db *sqlx.DB }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTxx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := sqlx.GetContext(ctx, s.db, &n, "select count(*) from items"); err != nil { // want SL202
		return err
	}
	if _, err := tx.ExecContext(ctx, "update totals set n = $1", n); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sqlx.Connect("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
