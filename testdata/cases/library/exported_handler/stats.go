// Package stats exports a handler: whoever registers it, it serves requests.
package stats

import (
	"database/sql"
	"net/http"
)

// Handler counts.
type Handler struct{ DSN string }

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", h.DSN) // want violation SL101
	// chain: (*Handler).ServeHTTP
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}
