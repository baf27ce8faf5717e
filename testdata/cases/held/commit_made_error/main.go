//policy: relaxed

// An error that was made right before the return is a failure, and no success without a commit.
package main

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
)

type store struct{ db *sql.DB }

type notFound struct{ id int }

func (e notFound) Error() string { return fmt.Sprint("no item ", e.id) }

func (s *store) failing(id int) error {
	tx, e := s.db.Begin() // want request-session
	if e != nil {
		return e
	}
	defer tx.Rollback()
	res, e := tx.Exec("update items set seen = now() where id = $1", id)
	if e != nil {
		return e
	}
	n, _ := res.RowsAffected()
	switch {
	case n == 0:
		var err error = notFound{id}
		log.Print(err)
		return err
	case n > 2:
		e = errors.New("many items")
		return e
	case n > 1:
		err := fmt.Errorf("%d items", n)
		return err
	}
	return tx.Commit()
}

func (s *store) succeeding(id int) error {
	tx, err := s.db.Begin() // want violation SL402
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err = tx.Exec("update items set seen = now() where id = $1", id); err != nil {
		return err
	}
	if id == 0 {
		err = errors.New("no item")
		if id < 0 {
			err = nil
		}
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.failing(1)
		s.succeeding(1)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
