// Background work is not in these rules' scope unless it is asked for.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error { return nil }

func (s *store) sweep() error {
	tx, err := s.db.Begin() // want background
	if err != nil {
		return err
	}
	if _, err := tx.Exec("delete from items"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	go func() {
		for range time.Tick(time.Minute) {
			if err := s.sweep(); err != nil {
				log.Print(err)
			}
		}
	}()
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
