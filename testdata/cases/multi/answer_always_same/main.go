// Another package is asked whether requests open pools of their own, and it always says no.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/answer_always_same/api"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	a := &api.API{DB: db}
	http.HandleFunc("/", a.Serve)
	http.HandleFunc("/debug", a.Debug)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
