// The same notification, run at once instead of after the commit.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type unit struct{ tx *sql.Tx }

func (s *store) inTx(ctx context.Context, fn func(u *unit) error) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(&unit{tx: tx}); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) run(ctx context.Context) error {
	return s.inTx(ctx, func(u *unit) error {
		if _, err := u.tx.ExecContext(ctx, "update items set seen = true"); err != nil {
			return err
		}
		s.notify(ctx)
		return nil
	})
}

func (s *store) notify(ctx context.Context) {
	if _, err := s.db.ExecContext(ctx, "notify items"); err != nil { // want SL202
		log.Print(err)
	}
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
	log.Fatal(http.ListenAndServe(":8080", nil))
}
