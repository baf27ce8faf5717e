//policy: relaxed

// The error of a query is translated before it is looked at.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
)

type store struct{ db *sql.DB }

func translate(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

func (s *store) names() ([]string, error) {
	rows, err := s.db.Query("select name from items")
	err = translate("items", err)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

func (s *store) touch() error {
	tx, err := s.db.Begin() // want request-session
	if e := translate("begin", err); e != nil {
		return e
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update items set seen = now()"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) count(old error) (n int, err error) {
	rows, err := s.db.Query("select name from items") // want SL401
	if err != nil {
		return 0, err
	}
	if old = translate("before", old); old != nil {
		return 0, old
	}
	for rows.Next() {
		n++
	}
	return n, rows.Close()
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.names()
		s.touch()
		s.count(nil)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
