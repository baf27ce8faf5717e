// The body of a range-over-func loop opens: it runs for the handler, once per element.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"slices"
)

func main() {
	tenants := []string{"A", "B"}
	http.HandleFunc("/all", func(w http.ResponseWriter, r *http.Request) {
		for _, tenant := range slices.Backward(tenants) {
			db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want violation SL101
			if err != nil {
				continue
			}
			_ = db.PingContext(r.Context())
			_ = db.Close()
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
