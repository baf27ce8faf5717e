// The helper's transaction goes to a named function; nothing else is taken.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) inTx(ctx context.Context, fn func(context.Context, *sql.Tx) error) (err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	return fn(ctx, tx)
}

func closeMonth(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "update months set closed = true")
	return err
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/close", func(w http.ResponseWriter, r *http.Request) {
		if err := s.inTx(r.Context(), closeMonth); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
