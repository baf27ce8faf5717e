// A handler that begins and passes the transaction to repositories has still opened it itself.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type orders struct{}

func (orders) add(ctx context.Context, tx *sql.Tx, sku string) error {
	_, err := tx.ExecContext(ctx, "insert into orders values ($1)", sku)
	return err
}

type server struct {
	db     *sql.DB
	orders orders
}

func (s *server) buy(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil) // want violation SL103
	// why: a plain call is no hand-over to a callback, to next or into a context
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	if err := s.orders.add(r.Context(), tx, r.FormValue("sku")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	if err := tx.Commit(); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/buy", (&server{db: db}).buy)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
