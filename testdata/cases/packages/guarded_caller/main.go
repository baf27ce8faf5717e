// The nil check stands in the caller, the assignment in another package.
package main

import (
	"net/http"

	"example.com/cases/packages/guarded_caller/handler"
)

func main() {
	http.HandleFunc("/", handler.Get)
	_ = http.ListenAndServe(":8080", nil)
}
