//policy: strict

// Strict speaks of request paths: start-up, background work and goroutines of a handler stay as they are.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type store struct{ db *sql.DB }

func (s *store) purge() {
	tx, err := s.db.Begin() // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("delete from carts where stale"); err == nil {
		_ = tx.Commit()
	}
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	go s.purge()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	tx, err := db.Begin() // want startup
	if err != nil {
		log.Fatal(err)
	}
	_, _ = tx.Exec("create table if not exists carts (stale bool)")
	_ = tx.Commit()
	s := &store{db: db}
	go func() {
		for range time.Tick(time.Hour) {
			s.purge()
		}
	}()
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
