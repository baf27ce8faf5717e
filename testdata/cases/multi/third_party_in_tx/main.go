// A company's helper module opens a pool while a transaction is held: one cause, one finding, at the call of the helper.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/third_party_in_tx/store"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := store.New(db)
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Add(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
