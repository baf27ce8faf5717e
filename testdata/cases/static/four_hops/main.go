// Four hops; a shorter path from a second handler must be the witness.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/long", long)
	http.HandleFunc("/short", short)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func long(w http.ResponseWriter, r *http.Request) { first() }

func short(w http.ResponseWriter, r *http.Request) { third() }

func first() { second() }

func second() { third() }

func third() { fourth() }

func fourth() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: short -> third -> fourth
	if err != nil {
		log.Print(err)
		return
	}
	defer db.Close()
	_ = db.Ping()
}
