// Two types implement the interface that is asked, and they answer differently: the pool may be opened.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type mode interface{ lazy() bool }

type eager struct{}

func (eager) lazy() bool { return false }

type onDemand struct{}

func (onDemand) lazy() bool { return true }

type server struct {
	db *sql.DB
	m  mode
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if s.m.lazy() {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer db.Close()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db, m: eager{}}
	if os.Getenv("LAZY") != "" {
		s.m = onDemand{}
	}
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
