// The handler's package declares the interface; only main knows the type that opens per call.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/injected/handler"
	"example.com/cases/multi/injected/pgstore"
)

func main() {
	h := handler.New(pgstore.New(os.Getenv("DSN")))
	http.HandleFunc("/users", h.Count)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
