// The transaction is not even kept in a variable.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) warm() {
	_, err := s.db.Begin() // want violation SL401
	if err != nil {
		log.Print(err)
	}
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { s.warm() }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
