// A helper of another package takes the interface: the handler passes the type that opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/passed_argument_handler/api"
	"example.com/cases/multi/passed_argument_handler/size"
	"example.com/cases/multi/passed_argument_handler/store"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Print(size.Describe(store.Rows{DB: db}))
	log.Fatal(http.ListenAndServe(":8080", &api.Handler{DB: db, DSN: os.Getenv("OLD")}))
}
