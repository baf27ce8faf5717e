// The same helper in start-up code, and one that only uses the pool that it is given.
package main

import (
	"context"
	"log"
	"net/http"

	"company.example/dbutil"
)

func main() {
	db, err := dbutil.OpenReplica(context.Background(), "REPORTS") // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {
		if !dbutil.Healthy(r.Context(), db) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
