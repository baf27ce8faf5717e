// A connection checked out with (*sql.DB).Conn: in a handler's body, and deep with its release deferred.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) notify(ctx context.Context) error {
	conn, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = conn.ExecContext(ctx, "notify changes")
	return err
}

func (s *store) good(w http.ResponseWriter, r *http.Request) { _ = s.notify(r.Context()) }

func (s *store) own(w http.ResponseWriter, r *http.Request) {
	conn, err := s.db.Conn(r.Context()) // want violation SL103
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer conn.Close()
	_, _ = conn.ExecContext(r.Context(), "notify changes")
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/own", s.own)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
