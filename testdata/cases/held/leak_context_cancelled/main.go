// A deferred cancel ends a transaction of database/sql with its context; one that is called later, or of another context, does not.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) other(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if err := s.touch(context.Background(), ctx); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) touch(whole, ctx context.Context) error {
	timed, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	tx, err := s.db.BeginTx(whole, nil) // want violation SL401
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(timed, "update items set seen = true"); err != nil {
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
	http.HandleFunc("/", (&store{db: db}).serve)
	http.HandleFunc("/other", (&store{db: db}).other)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
