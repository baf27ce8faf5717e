// An allow silences its rule on its line and on no other.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
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

// both: on a function it covers all lines of it, and only the rules that it names.
//
//sessionlint:allow SL101,SL103 a page for the operators
func (a *app) both(w http.ResponseWriter, r *http.Request) {
	tx, err := a.db.BeginTx(r.Context(), nil) // want violation
	if err != nil {
		return
	}
	defer tx.Rollback()
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation
	if err != nil {
		return
	}
	defer db.Close()
	time.Sleep(time.Second) // want SL302
	_ = tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/other", (&app{db: db}).other)
	http.HandleFunc("/both", (&app{db: db}).both)
	http.HandleFunc("/", (&app{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
