// The closure is main's own tool: it runs before the server starts.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	must := func(name string) *sql.DB {
		db, err := sql.Open("pgx", os.Getenv(name)) // want factory|startup
		// why: the closure hands the pool out, but it is part of main itself
		if err != nil {
			log.Fatal(err)
		}
		return db
	}
	orders, users := must("ORDERS"), must("USERS")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = orders.PingContext(r.Context())
		_ = users.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
