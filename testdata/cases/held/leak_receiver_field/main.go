// The transaction moves into a field of the receiver, which ends it in another method.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type unit struct {
	db *sql.DB
	tx *sql.Tx
}

func (u *unit) begin(ctx context.Context) (err error) {
	u.tx, err = u.db.BeginTx(ctx, nil) // want request-session
	return err
}

func (u *unit) end() { _ = u.tx.Rollback() }

func (s *store) run(ctx context.Context) error {
	u := &unit{db: s.db}
	if err := u.begin(ctx); err != nil {
		return err
	}
	defer u.end()
	_, err := u.tx.ExecContext(ctx, "select 1")
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
