// A method value of an interface is registered; the type behind it is two packages away.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/interface_method_value/routes"
	"example.com/cases/multi/interface_method_value/store"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", routes.Register(store.New())))
}
