// The pool is forgotten when opening fails, and by a method that ends the program's work: it is made once.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type store struct {
	mu sync.Mutex
	db *sql.DB
}

func (s *store) get() (*sql.DB, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		return s.db, nil
	}
	var err error
	s.db, err = sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		s.db = nil
		return nil, err
	}
	return s.db, nil
}

func (s *store) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		s.db.Close()
	}
	s.db = nil
}

func main() {
	s := &store{}
	defer s.close()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.get(); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Print(http.ListenAndServe(":8080", nil))
}
