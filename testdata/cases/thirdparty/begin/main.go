// The helper begins for its caller: a derived acquirer of another module.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/dbutil"
)

type store struct{ db *sql.DB }

func (s *store) rename(ctx context.Context, name string) error {
	tx, err := dbutil.Begin(ctx, s.db) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update profile set name = $1", name); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) good(w http.ResponseWriter, r *http.Request) {
	_ = s.rename(r.Context(), r.FormValue("name"))
}

func (s *store) bad(w http.ResponseWriter, r *http.Request) {
	tx, err := dbutil.Begin(r.Context(), s.db) // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "update profile set name = ''"); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
