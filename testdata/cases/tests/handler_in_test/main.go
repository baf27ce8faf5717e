//tests: true

// A handler that a test makes is the test's own.
package main

import (
	"log"
	"net/http"
)

func home(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) }

func main() {
	http.HandleFunc("/", home)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
