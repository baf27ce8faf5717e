// A function with ResponseWriter and Request is a handler too, so its own transaction is reported.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func wrap(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

type bank struct{ db *sql.DB }

func (b *bank) transfer(w http.ResponseWriter, r *http.Request) error {
	tx, err := b.db.BeginTx(r.Context(), nil) // want violation SL103
	// why: that an adapter stands between the router and it does not make it a service
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "update accounts set cents = cents - 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	b := &bank{db: db}
	http.HandleFunc("/transfer", wrap(b.transfer))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
