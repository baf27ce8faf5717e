// An accessor with a guard, in a package that main does not import.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/once_accessor/handler"
)

func main() {
	http.HandleFunc("/", handler.Ping)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
