// The transaction moves into a field of a value that is returned and closed.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type unit struct{ tx *sql.Tx }

func (u *unit) Close() error { return u.tx.Rollback() }

func (s *store) begin(ctx context.Context) (*unit, error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	return &unit{tx: tx}, nil
}

func (s *store) run(ctx context.Context) error {
	u, err := s.begin(ctx) // want request-session
	if err != nil {
		return err
	}
	defer u.Close()
	_, err = u.tx.ExecContext(ctx, "select 1")
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
