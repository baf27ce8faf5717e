// The second transaction hides behind an interface that main fills.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type notifier interface {
	notify(ctx context.Context) error
}

type mailbox struct{ db *sql.DB }

func (m *mailbox) notify(ctx context.Context) error {
	tx, err := m.db.BeginTx(ctx, nil) // want violation SL201
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into mails values (1)"); err != nil {
		return err
	}
	return tx.Commit()
}

type store struct {
	db  *sql.DB
	out notifier
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.out.notify(ctx); err != nil {
		return err
	}
	return tx.Commit()
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
	http.HandleFunc("/", (&store{db: db, out: &mailbox{db: db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
