// One case of a switch forgets the transaction, the others use it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error { return s.apply(ctx, "add") }

func (s *store) apply(ctx context.Context, op string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	switch op {
	case "add":
		_, err = tx.ExecContext(ctx, "insert into items values (1)")
	case "drop":
		_, err = s.db.ExecContext(ctx, "delete from items") // want SL202
	default:
		_, err = tx.ExecContext(ctx, "update items set seen = true")
	}
	if err != nil {
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
