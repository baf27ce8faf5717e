// An instance of a generic function is passed as a value.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type config interface{ dsn() string }

type pgConfig struct{}

func (pgConfig) dsn() string { return os.Getenv("DSN") }

func openAs[C config]() (*sql.DB, error) {
	var c C
	return sql.Open("pgx", c.dsn()) // want violation SL101
}

type server struct{ open func() (*sql.DB, error) }

func (s *server) index(w http.ResponseWriter, r *http.Request) {
	if db, err := s.open(); err == nil {
		_ = db.Close()
	}
}

func main() {
	s := &server{open: openAs[pgConfig]}
	http.HandleFunc("/", s.index)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
