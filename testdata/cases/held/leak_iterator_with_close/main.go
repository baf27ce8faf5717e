// The iterator comes with a function that closes its rows.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) names(ctx context.Context) (func() (string, bool), func() error, error) {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if err != nil {
		return nil, nil, err
	}
	next := func() (string, bool) {
		if !rows.Next() {
			return "", false
		}
		var name string
		return name, rows.Scan(&name) == nil
	}
	return next, rows.Close, nil
}

func (s *store) run(ctx context.Context) error {
	next, done, err := s.names(ctx)
	if err != nil {
		return err
	}
	defer done()
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
