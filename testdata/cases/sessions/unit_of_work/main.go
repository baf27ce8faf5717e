// The session travels in a struct with methods that end it; a service takes it and ends it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type unit struct{ tx *sql.Tx }

func (u *unit) commit() error { return u.tx.Commit() }

func (u *unit) rollback() { _ = u.tx.Rollback() }

type factory struct{ db *sql.DB }

func (f *factory) begin(ctx context.Context) (*unit, error) {
	tx, err := f.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	return &unit{tx: tx}, nil
}

type service struct{ units *factory }

func (s *service) rename(ctx context.Context, name string) error {
	u, err := s.units.begin(ctx) // want request-session
	if err != nil {
		return err
	}
	defer u.rollback()
	if _, err := u.tx.ExecContext(ctx, "update profile set name = $1", name); err != nil {
		return err
	}
	return u.commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service{units: &factory{db: db}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.rename(r.Context(), r.FormValue("name")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
