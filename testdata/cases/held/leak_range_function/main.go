// A range function closes its rows however the loop ends.
package main

import (
	"context"
	"database/sql"
	"iter"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) names(ctx context.Context) iter.Seq[string] {
	return func(yield func(string) bool) {
		rows, err := s.db.QueryContext(ctx, "select name from items")
		if err != nil {
			return
		}
		defer rows.Close()
		for rows.Next() {
			var name string
			if rows.Scan(&name) != nil || !yield(name) {
				return
			}
		}
	}
}

func (s *store) run(ctx context.Context) error {
	for name := range s.names(ctx) {
		if name == "stop" {
			break
		}
	}
	return nil
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
