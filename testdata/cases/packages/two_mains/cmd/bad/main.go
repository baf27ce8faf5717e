// Command bad wires the implementation that opens.
package main

import (
	"net/http"

	"example.com/cases/packages/two_mains/handler"
	"example.com/cases/packages/two_mains/repo"
)

func main() { _ = http.ListenAndServe(":8080", handler.New(&repo.Fresh{DSN: "x"})) }
