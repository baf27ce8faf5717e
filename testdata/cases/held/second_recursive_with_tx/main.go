// The recursion passes the transaction down.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := walk(ctx, tx, 3); err != nil {
		return err
	}
	return tx.Commit()
}

func walk(ctx context.Context, tx *sql.Tx, n int) error {
	if n > 0 {
		if err := walk(ctx, tx, n-1); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "update items set seen = true where id = $1", n)
	return err
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
