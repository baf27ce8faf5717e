// The handler sends a closure through a channel; a worker that main started runs it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct {
	db   *sql.DB
	jobs chan func()
}

func (s *server) work() {
	for job := range s.jobs {
		job()
	}
}

func (s *server) enqueue(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	s.jobs <- func() {
		tx, err := s.db.Begin() // want background
		if err != nil {
			return
		}
		defer tx.Rollback()
		if _, err := tx.Exec("update jobs set done = true where id = $1", id); err == nil {
			_ = tx.Commit()
		}
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db, jobs: make(chan func(), 10)}
	go s.work()
	http.HandleFunc("/enqueue", s.enqueue)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
