// A connection that was checked out goes back on all paths.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	conn, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "select pg_advisory_lock(1)"); err != nil {
		_ = conn.Close()
		return err
	}
	return conn.Close()
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
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
