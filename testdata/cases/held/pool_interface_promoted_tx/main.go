// One struct embeds the pool and another the transaction; what the repository in the transaction has is the second.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type getter interface {
	Get(dest any, query string, args ...any) error
}

type store struct{ *sqlx.DB }

type unit struct{ *sqlx.Tx }

type repo struct{ q getter }

func (r *repo) total() (n int, err error) {
	err = r.q.Get(&n, "select count(*) from items")
	return n, err
}

type server struct {
	db    *sqlx.DB
	items *repo
}

func (s *server) save() error {
	if _, err := s.items.total(); err != nil {
		return err
	}
	tx, err := s.db.Beginx() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	n, err := (&repo{q: unit{tx}}).total()
	if err != nil {
		return err
	}
	if _, err := tx.Exec("update totals set n = ?", n); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.save(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sqlx.Connect("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{db: db, items: &repo{q: store{db}}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
