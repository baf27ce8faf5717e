// The check is about another value, and each request overwrites the field.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct {
	dsn *string
	db  *sql.DB
}

func (s *server) connect() error {
	var err error
	if s.dsn != nil {
		s.db, err = sql.Open("pgx", *s.dsn) // want violation SL101
	}
	return err
}

func main() {
	dsn := os.Getenv("DSN")
	s := &server{dsn: &dsn}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.connect(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
