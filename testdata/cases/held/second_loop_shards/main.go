// Each turn of the loop begins on another database, and all end together.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) shards() []*sql.DB { return []*sql.DB{s.db, s.db} }

func (s *store) run(ctx context.Context) error {
	for _, db := range s.shards() {
		tx, err := db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
			return err
		}
		defer tx.Commit()
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
