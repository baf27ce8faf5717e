//policy: strict

// Strict: a proper unit of work deep down needs a declared provider as well.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) rename(ctx context.Context, name string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL103
	// chain: (*store).show -> (*store).rename
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update profile set name = $1", name); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	_ = s.rename(r.Context(), r.FormValue("name"))
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
