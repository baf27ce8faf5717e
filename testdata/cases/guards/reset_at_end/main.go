// The field is checked, filled by a method, and set back to nil on the same path.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) connect() (err error) {
	s.db, err = sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	return err
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.db == nil {
		if err := s.connect(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
	if err := s.db.PingContext(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	s.db.Close()
	s.db = nil
}

func main() {
	log.Fatal(http.ListenAndServe(":8080", &store{}))
}
