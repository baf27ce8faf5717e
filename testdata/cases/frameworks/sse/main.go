//policy: request=relaxed,stream=standard

// A handler that flushes events is a stream, one that answers once is a request.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func (s *server) events(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil) // want violation SL103
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if _, err := tx.ExecContext(r.Context(), "insert into listeners values (1)"); err != nil {
		_ = tx.Rollback()
		return
	}
	if err := tx.Commit(); err != nil {
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	for i := range 10 {
		fmt.Fprintf(w, "data: %d\n\n", i)
		w.(http.Flusher).Flush()
	}
}

func (s *server) once(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(context.Background(), nil) // want request-session
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("insert into visitors values (1)"); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db}
	http.HandleFunc("/events", s.events)
	http.HandleFunc("/once", s.once)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
