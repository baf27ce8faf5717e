// A retry helper package: main passes a function that opens, the handlers pass harmless ones.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/retry_helper/handler"
	"example.com/cases/multi/retry_helper/retry"
	"example.com/cases/multi/retry_helper/store"
)

func main() {
	if err := retry.Logged("connect", store.Connect); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", handler.Ping)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
