// Package api shows what there is.
package api

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/passed_argument/size"
	"example.com/cases/multi/passed_argument/store"
)

// Handler serves.
type Handler struct {
	DB  *sql.DB
	DSN string
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(size.Describe(store.Rows{DB: h.DB})))
}
