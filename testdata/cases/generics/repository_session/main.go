// A generic repository on the shared pool: each method is a unit of work.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type repository[E any] struct {
	db     *sql.DB
	insert string
}

func (r *repository[E]) save(ctx context.Context, e E) error {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, r.insert, e); err != nil {
		return err
	}
	return tx.Commit()
}

type note string

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	notes := &repository[note]{db: db, insert: "insert into notes values ($1)"}
	http.HandleFunc("/note", func(w http.ResponseWriter, r *http.Request) {
		_ = notes.save(r.Context(), note(r.FormValue("text")))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
