// The store is asked through an interface that one type implements, and its answer is always the same.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type backend interface {
	ready() bool
	open() error
}

type pool struct{ db *sql.DB }

func (p *pool) ready() bool { return true }

func (p *pool) open() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	p.db = db
	return err
}

type server struct{ b backend }

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if !s.b.ready() {
		if err := s.b.open(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
}

func main() {
	p := &pool{}
	if err := p.open(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{b: p}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
