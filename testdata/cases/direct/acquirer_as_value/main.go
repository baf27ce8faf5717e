// The acquiring function is taken as a value and called through a variable.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/v", func(w http.ResponseWriter, r *http.Request) {
		open := sql.Open
		db, err := open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer db.Close()
		_ = db.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
