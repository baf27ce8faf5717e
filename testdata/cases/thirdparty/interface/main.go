// A third-party type that opens in its method, behind an own interface: the own call is the finding.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"company.example/dbutil"
)

type names interface {
	Find(ctx context.Context, id string) (string, error)
}

type handler struct{ names names }

func (h *handler) show(w http.ResponseWriter, r *http.Request) {
	name, err := h.names.Find(r.Context(), r.FormValue("id")) // want violation SL101
	// why: the innermost place in the own code from which the pool is opened
	if err != nil {
		http.NotFound(w, r)
		return
	}
	_, _ = w.Write([]byte(name))
}

func main() {
	h := &handler{names: &dbutil.Lookup{DSN: os.Getenv("REGISTRY")}}
	http.HandleFunc("/name", h.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
