// A decorator in a package below is called for start-up code in one package and for handlers in another.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/decorator/admin"
	"example.com/cases/multi/decorator/api"
)

func main() {
	if err := admin.Prepare(os.Getenv("DSN")); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /status", api.Status)
	http.HandleFunc("GET /ping", api.Ping)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
