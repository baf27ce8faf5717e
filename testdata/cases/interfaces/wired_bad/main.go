// The handler sees an interface; main puts in the type that opens a pool per call.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type orders interface {
	count(ctx context.Context) (int, error)
}

type pgOrders struct{ dsn string }

func (o pgOrders) count(ctx context.Context) (n int, err error) {
	db, err := sql.Open("pgx", o.dsn) // want violation SL101
	// chain: (*handler).ServeHTTP -> pgOrders.count
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select count(*) from orders").Scan(&n)
	return n, err
}

type handler struct{ orders orders }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := h.orders.count(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	h := &handler{orders: pgOrders{dsn: os.Getenv("DSN")}}
	log.Fatal(http.ListenAndServe(":8080", h))
}
