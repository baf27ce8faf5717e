// The flush is taken as a method value first.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	send := w.(http.Flusher).Flush
	if err := s.own(r.Context(), w); err != nil {
		return
	}
	send()
}

func (s *store) own(ctx context.Context, w http.ResponseWriter) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	send := w.(http.Flusher).Flush
	if _, err := tx.ExecContext(ctx, "update hits set n = n + 1"); err != nil {
		return err
	}
	send() // want SL301
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
