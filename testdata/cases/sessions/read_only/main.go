// A transaction that only reads is ended by its deferred rollback.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type store struct{ db *sqlx.DB }

func (s *store) names(ctx context.Context) (name string, err error) {
	tx := s.db.MustBeginTx(ctx, nil) // want request-session
	defer tx.Rollback()
	err = tx.Get(&name, "select name from users limit 1")
	return name, err
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { _, _ = s.names(r.Context()) }

func main() {
	s := &store{db: sqlx.MustConnect("pgx", os.Getenv("DSN"))} // want startup
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
