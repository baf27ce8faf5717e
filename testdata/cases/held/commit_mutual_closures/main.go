// Closures that call each other stand between the begin and its end.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) parse(depth int) error {
	tx, err := s.db.Begin() // want request-session
	if err != nil {
		return err
	}
	var list, item func(n int) error
	list = func(n int) error {
		if n == 0 {
			_, err := tx.Exec("insert into t default values")
			return err
		}
		return item(n - 1)
	}
	item = func(n int) error {
		if n == 0 {
			return nil
		}
		return list(n - 1)
	}
	if err := list(depth); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.parse(int(r.ContentLength)); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &store{db}))
}
