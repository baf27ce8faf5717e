// go with a method; the transaction is two calls further.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type importer struct{ db *sql.DB }

func (i *importer) start(name string) { _ = i.load(context.Background(), name) }

func (i *importer) load(ctx context.Context, name string) error {
	tx, err := i.db.BeginTx(ctx, nil) // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into imports values ($1)", name); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	i := &importer{db: db}
	http.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		go i.start(r.FormValue("name"))
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
