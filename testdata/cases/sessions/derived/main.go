// An own function returns a fresh transaction: its call sites are judged in its place.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) begin(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable}) // want request-session
	if err != nil {
		return nil, err
	}
	return tx, nil
}

func (s *store) rename(ctx context.Context, name string) error {
	tx, err := s.begin(ctx) // want request-session
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
	tx, err := s.begin(r.Context()) // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update profile set name = $1", r.FormValue("name")); err == nil {
		_ = tx.Commit()
	}
}

func (s *store) migrate() error {
	tx, err := s.begin(context.Background()) // want startup
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("create table if not exists profile (name text)"); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	if err := s.migrate(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
