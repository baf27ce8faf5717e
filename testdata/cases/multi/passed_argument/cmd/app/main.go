// A helper of another package takes the interface: main passes the type that opens, the handler does not.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/passed_argument/api"
	"example.com/cases/multi/passed_argument/size"
	"example.com/cases/multi/passed_argument/store"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Print(size.Describe(store.Dump{DSN: os.Getenv("OLD")}))
	log.Fatal(http.ListenAndServe(":8080", &api.Handler{DB: db, DSN: os.Getenv("OLD")}))
}
