// The function that opens is stored and compared with nil, but nothing calls it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct {
	db   *sql.DB
	open func() (*sql.DB, error)
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	if s.open == nil {
		w.WriteHeader(http.StatusNotImplemented)
		return
	}
	_ = s.db.PingContext(r.Context())
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db, open: func() (*sql.DB, error) {
		return sql.Open("pgx", os.Getenv("SPARE")) // want unreachable
	}}
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
