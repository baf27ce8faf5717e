// Where errors.Is holds, or an error is one that a package declares, nothing was taken; where it does not, rows are open.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	defer rows.Close()
	return rows.Err()
}

func (s *store) forgiven(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.QueryContext(r.Context(), "select name from items")
	if err == sql.ErrNoRows {
		err = nil
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if rows != nil {
		rows.Close()
	}
}

func (s *store) otherwise(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.QueryContext(r.Context(), "select name from items") // want SL401
	if !errors.Is(err, sql.ErrNoRows) {
		return
	}
	_ = rows
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
	http.HandleFunc("/otherwise", (&store{db: db}).otherwise)
	http.HandleFunc("/forgiven", (&store{db: db}).forgiven)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
