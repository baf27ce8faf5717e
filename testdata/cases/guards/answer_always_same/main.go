// What is asked before the pool is opened always gives the same answer: one branch never runs, and the other one always does.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) closed() bool { return false }

func (s *store) enabled() bool { return true }

func (s *store) reopen() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want unreachable
	s.db = db
	return err
}

func (s *store) list(w http.ResponseWriter, r *http.Request) {
	if s.closed() {
		if err := s.reopen(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
	rows, err := s.db.QueryContext(r.Context(), "select name from items")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}

func (s *store) ping(w http.ResponseWriter, r *http.Request) {
	if s.enabled() {
		return
	}
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want unreachable
	if err != nil {
		return
	}
	defer db.Close()
}

func (s *store) probe(w http.ResponseWriter, r *http.Request) {
	if !s.enabled() || r.Method != http.MethodGet {
		return
	}
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return
	}
	defer db.Close()
}

func (s *store) check(w http.ResponseWriter, r *http.Request) {
	if s.closed() || r.Method == http.MethodPost {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return
		}
		defer db.Close()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/items", s.list)
	http.HandleFunc("/ping", s.ping)
	http.HandleFunc("/probe", s.probe)
	http.HandleFunc("/check", s.check)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
