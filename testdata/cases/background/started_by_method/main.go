// The goroutine is started by a method that main calls through an interface.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type runner interface{ start() }

type sweeper struct{ db *sql.DB }

func (s *sweeper) start() { go s.loop() }

func (s *sweeper) loop() {
	for range time.Tick(time.Minute) {
		if err := s.sweep(); err != nil {
			log.Print(err)
		}
	}
}

func (s *sweeper) sweep() error {
	tx, err := s.db.Begin() // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("delete from uploads where stale"); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range []runner{&sweeper{db: db}} {
		r.start()
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
