// A field of the data is tested, and set in another branch: that is no lazy initialisation.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type secret struct {
	id       int
	active   bool
	modified bool
}

func rotate(list []*secret) error {
	for i, s := range list {
		if !s.active && i > 1 {
			s.active = true
		}
		if !s.active && s.modified {
			if err := remove(s); err != nil {
				return err
			}
		}
	}
	return nil
}

func remove(s *secret) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("delete from secrets where id = ?", s.id)
	return err
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := rotate([]*secret{{id: 1}, {id: 2, modified: true}}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
