// A transaction taken deep down that nothing ends and nobody is given.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) touch(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL401
	// chain: (*store).show -> (*store).touch
	// why: not released in any way, so it is no unit of work
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "update hits set n = n + 1")
	return err
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { _ = s.touch(r.Context()) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
