// Middlewares in a package of their own: one opens while wiring, one provides a transaction, the handler reads it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/middleware/handler"
	"example.com/cases/multi/middleware/mw"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	h := mw.Chain(http.HandlerFunc(handler.Rename), mw.Transactional(db), mw.Audited(os.Getenv("AUDIT")))
	log.Fatal(http.ListenAndServe(":8080", h))
}
