// A once guard two packages below the handler.
package main

import (
	"net/http"

	"example.com/cases/packages/once_below/handler"
)

func main() {
	http.HandleFunc("/", handler.Get)
	_ = http.ListenAndServe(":8080", nil)
}
