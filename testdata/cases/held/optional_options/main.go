// The transaction is an option in a struct; the caller that holds one sets it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type options struct{ tx *sql.Tx }

func (s *store) touch(ctx context.Context, o options) error {
	if o.tx != nil {
		_, err := o.tx.ExecContext(ctx, "update items set seen = true")
		return err
	}
	_, err := s.db.ExecContext(ctx, "update items set seen = true")
	return err
}

func (s *store) run(ctx context.Context) error {
	if err := s.touch(ctx, options{}); err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.touch(ctx, options{tx: tx}); err != nil {
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
