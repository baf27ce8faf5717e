// A transaction in a goroutine of the handler is background work with a session of its own.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	account := r.FormValue("account")
	go func() {
		tx, err := s.db.Begin() // want background
		if err != nil {
			return
		}
		defer tx.Rollback()
		if _, err := tx.Exec("delete from events where account = $1", account); err != nil {
			return
		}
		_ = tx.Commit()
	}()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db}
	http.HandleFunc("/remove", s.remove)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
