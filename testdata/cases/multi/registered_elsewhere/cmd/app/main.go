// The same signature twice in another package: one is registered here, one is called here.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/registered_elsewhere/handlers"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	api := &handlers.API{DB: db}
	http.HandleFunc("POST /orders", api.Create)
	http.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {
		api.Touch(w, r)
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
