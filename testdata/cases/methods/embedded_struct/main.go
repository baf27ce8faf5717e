// The handler calls a method promoted from an embedded struct.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type base struct{ dsn string }

func (b *base) conn() (*sql.DB, error) {
	return sql.Open("pgx", b.dsn) // want violation SL101
	// chain: (*invoices).list -> (*base).conn
}

type invoices struct{ base }

func (i *invoices) list(w http.ResponseWriter, r *http.Request) {
	db, err := i.conn()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	i := &invoices{base{dsn: os.Getenv("DSN")}}
	http.HandleFunc("/invoices", i.list)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
