//policy: relaxed

// What ends is passed to the deferred closure as its argument.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

type store struct{ db *sql.DB }

func (s *store) names() ([]string, error) {
	rows, err := s.db.Query("select name from items")
	if err != nil {
		return nil, err
	}
	defer func(rows *sql.Rows) {
		if err := rows.Close(); err != nil {
			log.Print(err)
		}
	}(rows)
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
	if err != nil {
		return err
	}
	defer func(t *sql.Tx) { _ = t.Rollback() }(tx)
	if _, err := tx.Exec("update items set seen = now()"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) other(spare *sql.Rows) error {
	rows, err := s.db.Query("select name from items") // want SL401
	if err != nil {
		return err
	}
	defer func(rows *sql.Rows) { rows.Close() }(spare)
	var name string
	for rows.Next() {
		if err := rows.Scan(&name); err != nil {
			return err
		}
	}
	return rows.Err()
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
		s.other(nil)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
