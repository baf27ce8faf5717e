// A returned function steps through the rows, and only their end closes them: who stops early leaves them open.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) names(ctx context.Context) (func() (string, bool), error) {
	rows, err := s.db.QueryContext(ctx, "select name from items") // want SL401
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
	next, err := s.names(ctx)
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
