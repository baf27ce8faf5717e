// The same, but an error of the callback ends nothing.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct {
	db *sql.DB
	tx *sql.Tx
}

func (s *store) withTx(ctx context.Context, f func(*store) error) (err error) {
	tx, owner := s.tx, false
	if tx == nil {
		owner = true
		if tx, err = s.db.BeginTx(ctx, nil); err != nil { // want violation SL401
			return err
		}
	}
	if err := f(&store{tx: tx}); err != nil {
		log.Print(err)
		return err
	}
	if owner {
		return tx.Commit()
	}
	return nil
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		err := s.withTx(r.Context(), func(s *store) error {
			_, err := s.tx.ExecContext(r.Context(), "update items set seen = true")
			return err
		})
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
