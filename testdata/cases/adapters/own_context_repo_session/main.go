// Own context, own wrapper, and a repository that takes a unit of work: silent.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Context struct {
	http.ResponseWriter
	Request *http.Request
}

type repo struct{ db *sql.DB }

func (r *repo) rename(ctx context.Context, name string) error {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
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
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	rp := &repo{db: db}
	rename := func(c *Context) error { return rp.rename(c.Request.Context(), c.Request.FormValue("name")) }
	http.HandleFunc("/rename", func(w http.ResponseWriter, r *http.Request) {
		if err := rename(&Context{w, r}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
