// A middleware puts a value of another package into the context, and the handler calls it from there.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/context_value/api"
	"example.com/cases/multi/context_value/jobs"
)

func main() {
	http.HandleFunc("/", api.Handle)
	log.Fatal(http.ListenAndServe(":8080", api.With(http.DefaultServeMux, &jobs.Opener{DSN: os.Getenv("DSN")})))
}
