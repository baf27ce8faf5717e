// Beginning and ending stand under one condition; in the second function one way out under it forgets to end.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type options struct{ atomic bool }

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context, o options) error {
	var tx *sql.Tx
	var err error
	if o.atomic {
		tx, err = s.db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return err
		}
	}
	if err := s.step(ctx, tx); err != nil {
		if o.atomic {
			_ = tx.Rollback()
		}
		return err
	}
	if o.atomic {
		return tx.Commit()
	}
	return nil
}

func (s *store) forgets(ctx context.Context, o options) error {
	var tx *sql.Tx
	var err error
	if o.atomic {
		tx, err = s.db.BeginTx(ctx, nil) // want violation SL401
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if err := s.step(ctx, tx); err != nil {
		if o.atomic {
			_ = tx.Rollback()
		}
		return err
	}
	if o.atomic {
		return tx.Commit()
	}
	return nil
}

func (s *store) step(ctx context.Context, tx *sql.Tx) error {
	if tx == nil {
		return nil
	}
	_, err := tx.ExecContext(ctx, "delete from t")
	return err
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o := options{r.FormValue("atomic") != ""}
	if err := errors.Join(s.run(r.Context(), o), s.forgets(r.Context(), o)); err != nil {
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
