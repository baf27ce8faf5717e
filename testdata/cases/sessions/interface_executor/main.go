// The repository takes an executor interface: the pool and a transaction both fit, and neither is acquired by it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

type orders struct{}

func (orders) add(ctx context.Context, e executor, sku string) error {
	_, err := e.ExecContext(ctx, "insert into orders values ($1)", sku)
	return err
}

type service struct {
	db     *sql.DB
	orders orders
}

func (s *service) buy(ctx context.Context, skus []string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, sku := range skus {
		if err := s.orders.add(ctx, tx, sku); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service{db: db}
	http.HandleFunc("/one", func(w http.ResponseWriter, r *http.Request) {
		_ = s.orders.add(r.Context(), db, r.FormValue("sku"))
	})
	http.HandleFunc("/many", func(w http.ResponseWriter, r *http.Request) { _ = s.buy(r.Context(), r.Form["sku"]) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
