// A nil check on a local variable of the handler guards nothing.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		var db *sql.DB
		for range 3 {
			if db == nil {
				db, _ = sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			}
			_ = db.PingContext(r.Context())
		}
		_ = db.Close()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
