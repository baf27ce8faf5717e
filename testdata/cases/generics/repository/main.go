// A generic repository opens a pool in each of its methods.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type entity interface{ table() string }

type invoice struct{ ID int }

func (invoice) table() string { return "invoices" }

type repository[E entity] struct{ dsn string }

func (r *repository[E]) count(ctx context.Context) (n int, err error) {
	db, err := sql.Open("pgx", r.dsn) // want violation SL101
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var e E
	err = db.QueryRowContext(ctx, "select count(*) from "+e.table()).Scan(&n)
	return n, err
}

type handler[E entity] struct{ repo *repository[E] }

func (h handler[E]) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := h.repo.count(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	http.Handle("/invoices", handler[invoice]{&repository[invoice]{dsn: os.Getenv("DSN")}})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
