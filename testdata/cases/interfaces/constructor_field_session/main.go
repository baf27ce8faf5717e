// The same wiring with a repository that takes its transactions from the shared pool.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type stock interface {
	reserve(ctx context.Context, sku string) error
}

type sqlStock struct{ db *sql.DB }

func newSQLStock(db *sql.DB) *sqlStock { return &sqlStock{db: db} }

func (s *sqlStock) reserve(ctx context.Context, sku string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update stock set reserved = reserved + 1 where sku = $1", sku); err != nil {
		return err
	}
	return tx.Commit()
}

type handler struct{ stock stock }

func newHandler(s stock) *handler { return &handler{stock: s} }

func (h *handler) create(w http.ResponseWriter, r *http.Request) {
	if err := h.stock.reserve(r.Context(), r.FormValue("sku")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	h := newHandler(newSQLStock(db))
	http.HandleFunc("/order", h.create)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
