// The program's own interface is a struct that embeds the pool: its methods are the pool's.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type Store interface {
	Get(dest any, query string, args ...any) error
	Beginx() (*sqlx.Tx, error)
}

type store struct{ *sqlx.DB }

type server struct{ store Store }

func (s *server) total() (n int, err error) {
	err = s.store.Get(&n, "select count(*) from items") // want SL202
	return n, err
}

func (s *server) owner(id string) (name string, err error) {
	err = s.store.Get(&name, "select owner from items where id = ?", id)
	return name, err
}

func (s *server) save(id string) error {
	if _, err := s.owner(id); err != nil {
		return err
	}
	tx, err := s.store.Beginx() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := tx.Get(&n, "select n from items where id = ?", id); err != nil {
		return err
	}
	if n, err = s.total(); err != nil {
		return err
	}
	if _, err := tx.Exec("update items set n = ?", n); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = s.owner(id)
	return err
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.save(r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sqlx.Connect("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{store: &store{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
