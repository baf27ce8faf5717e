// Generated queries on the pool are bound to the transaction where they are made, and passed on.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/gen/itemdb"
)

type store struct{ db *sql.DB }

func check(ctx context.Context, q *itemdb.Queries) error {
	_, err := q.Owner(ctx, 1)
	return err
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	q := itemdb.New(s.db).WithTx(tx)
	if err := q.Touch(ctx, 1); err != nil {
		return err
	}
	if err := check(ctx, q); err != nil {
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
