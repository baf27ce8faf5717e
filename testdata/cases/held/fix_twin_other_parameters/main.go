// What has the name of a twin takes something else besides.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) create(ctx context.Context, name string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL201
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.createInTx(ctx, tx, name, 1); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) createInTx(ctx context.Context, tx *sql.Tx, name string, n int) error {
	_, err := tx.ExecContext(ctx, "insert into items values ($1, $2)", name, n)
	return err
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.create(ctx, "first"); err != nil {
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
	log.Fatal(http.ListenAndServe(":8080", nil))
}
