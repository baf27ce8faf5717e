// time.AfterFunc: from main with a pool, from a handler with a transaction on the shared pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func vacuum() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want background
	if err != nil {
		return
	}
	defer db.Close()
	_, _ = db.Exec("vacuum")
}

type server struct{ db *sql.DB }

func (s *server) release(id string) {
	tx, err := s.db.Begin() // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("delete from holds where id = $1", id); err == nil {
		_ = tx.Commit()
	}
}

func (s *server) hold(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	time.AfterFunc(10*time.Minute, func() { s.release(id) })
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	time.AfterFunc(time.Hour, vacuum)
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/hold", (&server{db: db}).hold)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
