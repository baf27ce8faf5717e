// Command good wires the shared pool.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/two_mains/handler"
	"example.com/cases/packages/two_mains/repo"
)

func main() {
	db, err := sql.Open("pgx", "x") // want startup
	if err != nil {
		return
	}
	_ = http.ListenAndServe(":8080", handler.New(&repo.Shared{DB: db}))
}
