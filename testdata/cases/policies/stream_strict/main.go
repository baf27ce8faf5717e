//policy: request=standard,stream=strict

// The same unit of work is approved for requests and asked about on streams.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) once(w http.ResponseWriter, r *http.Request) { _ = s.visit(r.Context()) }

func (s *store) visit(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into visitors values (1)"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) listen(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL103
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into listeners values (1)"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) events(w http.ResponseWriter, r *http.Request) {
	if s.listen(r.Context()) != nil {
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "data: hello\n\n")
	w.(http.Flusher).Flush()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/once", s.once)
	http.HandleFunc("/events", s.events)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
