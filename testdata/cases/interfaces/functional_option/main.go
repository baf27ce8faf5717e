// A functional option sets the function that opens the pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type opener func(name string) (*sql.DB, error)

type server struct{ open opener }

type option func(*server)

func withOpener(o opener) option { return func(s *server) { s.open = o } }

func newServer(opts ...option) *server {
	s := &server{}
	for _, o := range opts {
		o(s)
	}
	return s
}

func openNamed(name string) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv(name)) // want violation SL101
	// chain: (*server).stats -> openNamed
}

func (s *server) stats(w http.ResponseWriter, r *http.Request) {
	db, err := s.open("STATS")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	s := newServer(withOpener(openNamed))
	http.HandleFunc("/stats", s.stats)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
