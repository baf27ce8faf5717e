// The helper has a guard of its own, so that its pool is the helper's business: no row here.
package main

import (
	"log"
	"net/http"

	"company.example/dbutil"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = dbutil.Shared().PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
