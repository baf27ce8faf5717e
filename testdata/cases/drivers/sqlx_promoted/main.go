// Begin and Conn of a *sqlx.DB are promoted from *sql.DB.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type store struct{ *sqlx.DB }

func (s *store) bump(ctx context.Context) error {
	conn, err := s.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = conn.ExecContext(ctx, "update hits set n = n + 1")
	return err
}

func (s *store) good(w http.ResponseWriter, r *http.Request) { _ = s.bump(r.Context()) }

func (s *store) bad(w http.ResponseWriter, r *http.Request) {
	tx, err := s.Begin() // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update hits set n = n + 1"); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	s := &store{DB: sqlx.MustOpen("pgx", os.Getenv("DSN"))} // want startup
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
