// The concrete type comes out of an UnmarshalJSON two packages below, which only reflection calls.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/decoded/api"
)

func main() {
	data, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	h, err := api.New(data)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", h))
}
