// An allow silences its rule on its line and on no other.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type app struct{ db *sql.DB }

func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	//sessionlint:allow SL103 measured, and never composed with anything
	tx, err := a.db.BeginTx(r.Context(), nil) // want violation
	if err != nil {
		return
	}
	defer tx.Rollback()
	_ = tx.Commit()
}

//sessionlint:allow SL101 the wrong rule
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
