// What is taken from a pool that is handed out leaks, though the pool is in a variable of the function.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) pool() *sql.DB { return s.db }

func (s *store) handedOut(ctx context.Context) error {
	db := s.pool()
	tx, err := db.BeginTx(ctx, nil) // want violation SL401
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/handed", func(w http.ResponseWriter, r *http.Request) {
		if err := s.handedOut(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
