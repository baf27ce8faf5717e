// A handler that is declared the provider keeps its transaction; another does not.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type app struct{ db *sql.DB }

// serve begins.
//
//sessionlint:provider every write of this page is one transaction by contract
func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	tx, err := a.db.BeginTx(r.Context(), nil) // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback()
	_ = tx.Commit()
}

func (a *app) other(w http.ResponseWriter, r *http.Request) {
	tx, err := a.db.BeginTx(r.Context(), nil) // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	_ = tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/other", (&app{db: db}).other)
	http.HandleFunc("/", (&app{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
