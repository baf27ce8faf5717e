// A sync.Once that the handler itself declares guards nothing.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		var once sync.Once
		var db *sql.DB
		for range 3 {
			once.Do(func() {
				db, _ = sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			})
			_ = db.PingContext(r.Context())
		}
		_ = db.Close()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
