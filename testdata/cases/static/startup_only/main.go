// The same chain of helpers, but only main begins it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var orders *sql.DB

func main() {
	var err error
	if orders, err = connectAll(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		_, _ = orders.ExecContext(r.Context(), "delete from carts where stale")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func connectAll() (*sql.DB, error) { return connectOne("ORDERS") }

func connectOne(name string) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv(name)) // want factory
}
