// pgx.BeginFunc commits and rolls back itself, in a handler too.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type server struct{ pool *pgxpool.Pool }

func (s *server) pay(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error { // want request-session
		_, err := tx.Exec(ctx, "update invoices set paid = true")
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	pool, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/pay", (&server{pool: pool}).pay)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
