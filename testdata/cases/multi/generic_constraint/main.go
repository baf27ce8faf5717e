// A generic function in a helper package calls a method of an unexported type of another one.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/generic_constraint/handler"
)

func main() {
	if err := handler.Warm(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/probe", handler.Probe)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
