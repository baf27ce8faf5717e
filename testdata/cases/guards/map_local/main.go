// A cache that lives as long as the request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		pools := map[string]*sql.DB{}
		for _, tenant := range r.URL.Query()["tenant"] {
			if _, ok := pools[tenant]; ok {
				continue
			}
			db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want violation SL101
			if err != nil {
				continue
			}
			defer db.Close()
			pools[tenant] = db
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
