// The business function behind the same adapter is no entry point: its transaction is a unit of work.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func handle[Req any](f func(context.Context, Req) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var req Req
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := f(r.Context(), req); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

type addRequest struct{ Name string }

type items struct{ db *sql.DB }

func (i *items) add(ctx context.Context, req addRequest) error {
	tx, err := i.db.BeginTx(ctx, nil) // want request-session
	// why: it knows nothing of HTTP, so it is a service that the adapter's closure calls
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into items values ($1)", req.Name); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	i := &items{db: db}
	http.HandleFunc("POST /items", handle(i.add))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
