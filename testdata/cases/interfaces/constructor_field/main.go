// A constructor takes the interface and stores it in a field of the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type stock interface{ reserve(sku string) error }

type sqlStock struct{ dsn string }

func newSQLStock(dsn string) *sqlStock { return &sqlStock{dsn: dsn} }

func (s *sqlStock) reserve(sku string) error {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("update stock set reserved = reserved + 1 where sku = $1", sku)
	return err
}

type service struct{ stock stock }

func newService(s stock) *service { return &service{stock: s} }

func (s *service) order(sku string) error { return s.stock.reserve(sku) }

type handler struct{ svc *service }

func newHandler(svc *service) *handler { return &handler{svc: svc} }

func (h *handler) create(w http.ResponseWriter, r *http.Request) { _ = h.svc.order(r.FormValue("sku")) }

func main() {
	h := newHandler(newService(newSQLStock(os.Getenv("DSN"))))
	http.HandleFunc("/order", h.create)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
