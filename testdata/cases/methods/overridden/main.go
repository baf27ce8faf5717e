// The outer type has a method of its own in place of the promoted one.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type loader interface{ load() error }

type slow struct{ dsn string }

func (s *slow) load() error {
	db, err := sql.Open("pgx", s.dsn) // want unreachable
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

type fast struct {
	*slow
	rows []string
}

func (f *fast) load() error { return nil }

func main() {
	var l loader = &fast{slow: &slow{dsn: os.Getenv("DSN")}}
	http.HandleFunc("/load", func(w http.ResponseWriter, r *http.Request) { _ = l.load() })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
