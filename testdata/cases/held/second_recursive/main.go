// A function that begins calls itself while its transaction is open.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error { return s.walk(ctx, 3) }

func (s *store) walk(ctx context.Context, n int) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL201
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if n > 0 {
		if err := s.walk(ctx, n-1); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, "update items set seen = true where id = $1", n); err != nil {
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
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
