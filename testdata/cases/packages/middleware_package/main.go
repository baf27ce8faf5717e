// Middleware of another package: one is a provider, one opens a pool.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/middleware_package/mw"
)

func main() {
	db, err := sql.Open("pgx", "x") // want startup
	if err != nil {
		return
	}
	home := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	_ = http.ListenAndServe(":8080", mw.Audit(mw.Tx(db, home)))
}
