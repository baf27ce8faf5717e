// Two function fields of one type: the handler calls one, main the other.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type hooks struct {
	onStart   func() error
	onRequest func() error
}

func prepare() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	h := hooks{onStart: prepare, onRequest: func() error { return nil }}
	if err := h.onStart(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = h.onRequest() })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
