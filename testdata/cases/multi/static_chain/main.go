// A static chain over four packages; main knows the handler's package only.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/static_chain/handler"
)

func main() {
	http.HandleFunc("/orders", handler.List)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
