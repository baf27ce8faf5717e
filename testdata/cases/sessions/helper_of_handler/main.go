// A small helper next to the handler, released on all paths: deeper than the handler is deep enough.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func (s *server) insert(sku string) error {
	tx, err := s.db.Begin() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("insert into orders values ($1)", sku); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *server) buy(w http.ResponseWriter, r *http.Request) {
	insert := s.insert
	if err := insert(r.FormValue("sku")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/buy", (&server{db: db}).buy)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
