// A service in between does not pass the transaction on.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type audit struct{ db *sql.DB }

func (a *audit) note(ctx context.Context) error {
	tx, err := a.db.BeginTx(ctx, nil) // want violation SL201
	// chain: (*store).serve -> (*store).run -> (*store).log -> (*audit).note
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into audit values (1)"); err != nil {
		return err
	}
	return tx.Commit()
}

type store struct {
	db    *sql.DB
	audit *audit
}

func (s *store) log(ctx context.Context) error { return s.audit.note(ctx) }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.log(ctx); err != nil {
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
	http.HandleFunc("/", (&store{db: db, audit: &audit{db: db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
