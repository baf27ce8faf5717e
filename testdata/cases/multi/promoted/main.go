// The handler embeds a type of one package that embeds a type of another one.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/promoted/handler"
)

func main() {
	h := handler.New(os.Getenv("DSN"))
	http.HandleFunc("/orders", h.Orders)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
