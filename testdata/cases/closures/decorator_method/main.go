// A decorator that is a method.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

type retrier struct{ times int }

func (r retrier) with(f func() error) func() error {
	return func() error {
		var err error
		for range r.times {
			if err = f(); err == nil {
				return nil
			}
		}
		return err
	}
}

type server struct {
	db    *sql.DB
	retry retrier
}

func open() error {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		return err
	}
	return db.Close()
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.retry.with(s.db.Ping)(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	s := &server{retry: retrier{3}}
	if err := s.retry.with(open)(); err != nil {
		log.Fatal(err)
	}
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s.db = db
	log.Fatal(http.ListenAndServe(":8080", s))
}
