// Command api wires the store that opens per call.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/two_mains/handler"
	"example.com/cases/multi/two_mains/store"
)

func main() {
	h := handler.Handler{Names: store.PerCall{DSN: os.Getenv("DSN")}}
	log.Fatal(http.ListenAndServe(":8080", h))
}
