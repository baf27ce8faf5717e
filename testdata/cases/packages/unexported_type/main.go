// The type that opens is unexported, in a package that main does not import.
package main

import (
	"net/http"

	"example.com/cases/packages/unexported_type/handler"
)

func main() {
	http.HandleFunc("/health", handler.Health)
	_ = http.ListenAndServe(":8080", nil)
}
