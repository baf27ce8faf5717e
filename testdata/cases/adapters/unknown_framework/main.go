// The router is a third party's that no catalog knows; its context holds the writer and the request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/web"
)

func index(c *web.Context) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(c.Request.Context())
}

func main() {
	r := &web.Router{}
	r.Get("/", index)
	log.Fatal(http.ListenAndServe(":8080", r))
}
