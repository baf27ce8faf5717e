// One program with some thirty acquisitions, in most of the ways in which Go code reaches them.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/testbed/desk"
	"example.com/cases/multi/testbed/kit"
	"example.com/cases/multi/testbed/shelf"
)

type action func(http.ResponseWriter, *http.Request) error

func (a action) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := a(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func route(mux *http.ServeMux, pattern string, f func(http.ResponseWriter, *http.Request) error) {
	mux.Handle(pattern, action(f))
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	d := desk.New(db, &shelf.Books{DB: db})
	d.Prepare()
	go d.Work()
	mux := http.NewServeMux()
	mux.HandleFunc("/loan", d.Loan)
	mux.Handle("/returns", kit.Wrap(&desk.Returns{DB: db}, desk.Counted))
	route(mux, "/fees", d.Fees)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
