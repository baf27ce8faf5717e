// Three hops, of which the last dials.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func main() {
	http.HandleFunc("/ship", ship)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func ship(w http.ResponseWriter, r *http.Request) {
	if err := dispatch(r.Context(), r.FormValue("order")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func dispatch(ctx context.Context, order string) error { return reserve(ctx, order) }

func reserve(ctx context.Context, order string) error { return lockRow(ctx, order) }

func lockRow(ctx context.Context, order string) error {
	conn, err := pgx.Connect(ctx, os.Getenv("DSN")) // want violation SL102
	// chain: ship -> dispatch -> reserve -> lockRow
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "select pg_advisory_lock(hashtext($1))", order)
	return err
}
