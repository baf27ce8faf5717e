// A channel that holds the one value there is, which is taken out and put back, is a lock.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct {
	db    *sql.DB
	names chan map[string]bool
}

func clean(name string) string { return name }

func (s *store) known(name string) bool {
	name = clean(name)
	m := <-s.names
	if m[name] {
		s.names <- m
		return true
	}
	m[name] = true
	s.names <- m
	return false
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if s.known("a") {
		return nil
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
	s := &store{db: db, names: make(chan map[string]bool, 1)}
	s.names <- map[string]bool{}
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
