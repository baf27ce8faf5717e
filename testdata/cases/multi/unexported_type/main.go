// The type that opens is unexported and two packages away: main and handler see an interface.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/unexported_type/handler"
)

func main() {
	http.Handle("/", handler.New())
	log.Fatal(http.ListenAndServe(":8080", nil))
}
