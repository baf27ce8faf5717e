// Rows of a transaction end with it: on no way out do they keep a connection that it does not keep itself.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) save(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	_, err = tx.QueryContext(ctx, "update t set n = n + 1 returning n")
	if err != nil {
		_ = tx.Rollback()
		return err
	}
	_, err = tx.QueryContext(ctx, "insert into t default values returning n")
	if err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *store) touch(ctx context.Context) error {
	_, err := s.db.QueryContext(ctx, "update t set n = n + 1 returning n") // want SL401
	return err
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := s.save(r.Context())
	if err == nil {
		err = s.touch(r.Context())
	}
	if err != nil {
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
