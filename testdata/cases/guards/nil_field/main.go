// A nil check on a field; the new pool goes there through a local variable.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type store struct {
	mu  sync.Mutex
	dsn string
	db  *sql.DB
}

func (s *store) pool() (*sql.DB, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		db, err := sql.Open("pgx", s.dsn) // want singleton
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(10)
		s.db = db
	}
	return s.db, nil
}

func main() {
	s := &store{dsn: os.Getenv("DSN")}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if db, err := s.pool(); err == nil {
			_ = db.PingContext(r.Context())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
