// A sync.Once in a field of a value that main makes; Do gets a method value.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type store struct {
	once sync.Once
	dsn  string
	db   *sql.DB
	err  error
}

func (s *store) connect() {
	s.db, s.err = sql.Open("pgx", s.dsn) // want singleton
}

func (s *store) pool() (*sql.DB, error) {
	s.once.Do(s.connect)
	return s.db, s.err
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	db, err := s.pool()
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_ = db.PingContext(r.Context())
}

func main() {
	s := &store{dsn: os.Getenv("DSN")}
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
