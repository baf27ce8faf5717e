// The same repository method, once in a goroutine and once directly: a request session.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type audit struct{ db *sql.DB }

func (a *audit) write(ctx context.Context, what string) error {
	tx, err := a.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into audit values ($1)", what); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	a := &audit{db: db}
	http.HandleFunc("/fast", func(w http.ResponseWriter, r *http.Request) {
		go a.write(context.Background(), "fast")
	})
	http.HandleFunc("/safe", func(w http.ResponseWriter, r *http.Request) { _ = a.write(r.Context(), "safe") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
