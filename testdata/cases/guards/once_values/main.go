// sync.OnceValues around a named function, kept in a field.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type server struct{ db func() (*sql.DB, error) }

func connect() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want singleton
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	db, err := s.db()
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_ = db.PingContext(r.Context())
}

func main() {
	s := &server{db: sync.OnceValues(connect)}
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
