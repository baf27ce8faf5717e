// What has a method Send is no stream: it collects.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type item struct{ Text string }

type sender interface{ Send(*item) error }

type outbox struct{ items []*item }

func (o *outbox) Send(i *item) error {
	o.items = append(o.items, i)
	return nil
}

func (s *store) each(ctx context.Context, out sender) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update hits set n = n + 1"); err != nil {
		return err
	}
	if err := out.Send(&item{Text: "counted"}); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) run(ctx context.Context) error { return s.each(ctx, &outbox{}) }

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
