// The implementation that opens is there, and main wires the other one.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/interface_other/handler"
	"example.com/cases/packages/interface_other/repo"
)

func main() {
	db, err := sql.Open("pgx", "x") // want startup
	if err != nil {
		return
	}
	_ = http.ListenAndServe(":8080", handler.New(&repo.Shared{DB: db}))
}
