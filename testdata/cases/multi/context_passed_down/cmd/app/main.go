// The framework's context goes down into another package, through an interface: only the handler is an entry point.
package main

import (
	"database/sql"
	"log"
	"os"

	"github.com/gin-gonic/gin"

	"example.com/cases/multi/context_passed_down/api"
	"example.com/cases/multi/context_passed_down/orders"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := gin.Default()
	(&api.API{Orders: &orders.Service{DB: db}}).Register(r)
	log.Fatal(r.Run())
}
