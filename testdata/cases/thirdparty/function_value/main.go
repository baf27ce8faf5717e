// The helper's function is injected as a value and called through a field.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"

	"company.example/dbutil"
)

type handler struct {
	open func(ctx context.Context, name string) (*sql.DB, error)
}

func (h *handler) show(w http.ResponseWriter, r *http.Request) {
	db, err := h.open(r.Context(), "REPORTS") // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	h := &handler{open: dbutil.OpenReplica}
	http.HandleFunc("/report", h.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
