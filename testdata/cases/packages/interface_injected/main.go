// The handler's package does not import the implementation: only main proves the chain.
package main

import (
	"net/http"

	"example.com/cases/packages/interface_injected/handler"
	"example.com/cases/packages/interface_injected/repo"
)

func main() { _ = http.ListenAndServe(":8080", handler.New(&repo.Fresh{DSN: "x"})) }
