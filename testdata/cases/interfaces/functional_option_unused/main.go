// The option that would open a pool per request exists, but main does not use it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct {
	db   *sql.DB
	pick func() *sql.DB
}

type option func(*server)

func withShared(db *sql.DB) option {
	return func(s *server) { s.pick = func() *sql.DB { return db } }
}

func withFresh(dsn string) option {
	return func(s *server) {
		s.pick = func() *sql.DB {
			db, _ := sql.Open("pgx", dsn) // want unreachable
			return db
		}
	}
}

func (s *server) stats(w http.ResponseWriter, r *http.Request) { _ = s.pick().PingContext(r.Context()) }

func newServer(opts ...option) *server {
	s := &server{}
	for _, o := range opts {
		o(s)
	}
	return s
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := newServer(withShared(db))
	http.HandleFunc("/stats", s.stats)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
