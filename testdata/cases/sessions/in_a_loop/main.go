// One transaction per element, each ended before the next one begins.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) closeAll(ctx context.Context, ids []string) error {
	for _, id := range ids {
		tx, err := s.db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "update carts set closed = true where id = $1", id); err != nil {
			_ = tx.Rollback()
			return err
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	_ = s.closeAll(r.Context(), r.Form["id"])
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
