// A transaction is taken out of the unit that keeps it, and ended; of another unit nothing is.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type unit interface {
	Commit() error
	Delegate() any
}

type wrapped struct{ tx *sql.Tx }

func (w *wrapped) Commit() error { return w.tx.Commit() }
func (w *wrapped) Delegate() any { return w.tx }

type store struct{ db *sql.DB }

func (s *store) start() (unit, error) {
	tx, err := s.db.Begin() // want request-session
	if err != nil {
		return nil, err
	}
	return &wrapped{tx}, nil
}

func (s *store) get(id string) (name string, err error) {
	u, err := s.start() // want request-session
	if err != nil {
		return "", err
	}
	tx := u.Delegate().(*sql.Tx)
	defer tx.Rollback()
	err = tx.QueryRow("select name from items where id = $1", id).Scan(&name)
	return name, err
}

func (s *store) peek(id string) (name string, err error) {
	u, err := s.start() // want violation SL103
	if err != nil {
		return "", err
	}
	err = u.Delegate().(*sql.Tx).QueryRow("select name from items where id = $1", id).Scan(&name)
	return name, err
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/get", func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.get(r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/peek", func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.peek(r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
