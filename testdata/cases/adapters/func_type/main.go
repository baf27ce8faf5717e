// A func type with ServeHTTP turns functions that return errors into handlers.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type action func(http.ResponseWriter, *http.Request) error

func (a action) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := a(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func list(w http.ResponseWriter, r *http.Request) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(r.Context())
}

func main() {
	http.Handle("/list", action(list))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
