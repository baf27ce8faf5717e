// A static chain over three packages; main imports the handler only.
package main

import (
	"net/http"

	"example.com/cases/packages/direct_chain/handler"
)

func main() {
	http.HandleFunc("/orders", handler.List)
	_ = http.ListenAndServe(":8080", nil)
}
