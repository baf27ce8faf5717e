// Package api shows what there is.
package api

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/passed_argument_handler/size"
	"example.com/cases/multi/passed_argument_handler/store"
)

// Handler serves.
type Handler struct {
	DB  *sql.DB
	DSN string
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(size.Describe(store.Dump{DSN: h.DSN})))
}
