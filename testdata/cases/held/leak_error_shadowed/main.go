// The deferred rollback depends on an error variable; the way out returns another one.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) shadowed(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL401
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	if _, err := tx.ExecContext(ctx, "delete from t"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) other(ctx context.Context, id string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL401
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	if id == "" {
		return errors.New("no id")
	}
	_, err = tx.ExecContext(ctx, "delete from t where id = ?", id)
	if err != nil {
		return err
	}
	err = tx.Commit()
	return err
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := errors.Join(s.shadowed(r.Context()), s.other(r.Context(), r.FormValue("id"))); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &store{db}))
}
