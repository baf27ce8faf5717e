// A transaction begun on the connection that was checked out: one connection, two handles.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) swap(ctx context.Context) error {
	conn, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "alter table staging rename to live"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { _ = s.swap(r.Context()) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
