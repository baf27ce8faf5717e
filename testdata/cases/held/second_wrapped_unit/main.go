// A method begins and returns the service bound to the transaction: its calls take the second one, not the line in it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type service struct {
	db *sql.DB
	tx *sql.Tx
}

func (s *service) with(tx *sql.Tx) *service { return &service{db: s.db, tx: tx} }

func (s *service) Begin() (*service, error) {
	tx, err := s.db.Begin() // want request-session
	if err != nil {
		return nil, err
	}
	return s.with(tx), nil
}

func (s *service) Exec(query string) error {
	_, err := s.tx.Exec(query)
	return err
}

func (s *service) Commit() error { return s.tx.Commit() }

func (s *service) Rollback() error { return s.tx.Rollback() }

type orders struct{ base *service }

func (o *orders) number() error {
	inner, err := o.base.Begin() // want violation SL201
	if err != nil {
		return err
	}
	defer inner.Rollback()
	if err := inner.Exec("update numbers set n = n + 1"); err != nil {
		return err
	}
	return inner.Commit()
}

func (o *orders) place() error {
	outer, err := o.base.Begin() // want request-session
	if err != nil {
		return err
	}
	defer outer.Rollback()
	if err := o.number(); err != nil {
		return err
	}
	if err := outer.Exec("insert into orders default values"); err != nil {
		return err
	}
	return outer.Commit()
}

func (o *orders) serve(w http.ResponseWriter, r *http.Request) {
	if err := o.place(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&orders{&service{db: db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
