// Two programs of one module; one of them wires the store that opens per call into its handler.

// Command admin wires the store that shares one pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/two_mains/handler"
	"example.com/cases/multi/two_mains/store"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8081", handler.Handler{Names: store.Shared{DB: db}}))
}
