// A generic repository in one package, its entity in another, the opener in a third.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/generic_repository/handler"
)

func main() {
	http.Handle("/invoices", handler.Invoices("INVOICES"))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
