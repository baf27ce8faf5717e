// wire: main calls the generated injector.
package main

import (
	"log"
	"net/http"
)

func main() {
	a, err := initializeApp()
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", a))
}
