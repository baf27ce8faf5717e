// The same with a transaction that is given: it stays busy while its owner goes on with it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func names(ctx context.Context, tx *sql.Tx) (func() (string, bool), error) {
	rows, err := tx.QueryContext(ctx, "select name from items") // want SL401
	if err != nil {
		return nil, err
	}
	return func() (string, bool) {
		if !rows.Next() {
			return "", false
		}
		var name string
		return name, rows.Scan(&name) == nil
	}, nil
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	next, err := names(ctx, tx)
	if err != nil {
		return err
	}
	for {
		name, ok := next()
		if !ok || name == "stop" {
			return nil
		}
	}
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
