// Code that is declared background has a pool of its own, and a request must not wait for it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type app struct{ db *sql.DB }

// clean runs once an hour.
//
//sessionlint:background runs once an hour, from the scheduler
func (a *app) clean() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want background
	if err != nil {
		return
	}
	defer db.Close()
}

func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	a.clean() // want SL903
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&app{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
