// The pool is lazy, the transaction on it is not: a unit of work per request.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type store struct {
	once sync.Once
	db   *sql.DB
}

func (s *store) pool() *sql.DB {
	s.once.Do(func() { s.db, _ = sql.Open("pgx", os.Getenv("DSN")) }) // want singleton
	return s.db
}

func (s *store) rename(ctx context.Context, name string) error {
	tx, err := s.pool().BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update profile set name = $1", name); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	s := &store{}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = s.rename(r.Context(), r.FormValue("name")) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
