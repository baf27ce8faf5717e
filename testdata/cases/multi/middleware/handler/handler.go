// Package handler uses the transaction of the request.
package handler

import (
	"net/http"

	"example.com/cases/multi/middleware/txctx"
)

// Rename serves.
func Rename(w http.ResponseWriter, r *http.Request) {
	if tx := txctx.From(r.Context()); tx != nil {
		_, _ = tx.ExecContext(r.Context(), "update profile set name = $1", r.FormValue("name"))
	}
}
