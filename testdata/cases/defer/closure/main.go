// A deferred closure of the handler opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if db, err := sql.Open("pgx", os.Getenv("AUDIT")); err == nil { // want violation SL101
				_, _ = db.Exec("insert into audit values ($1)", r.URL.Path)
				_ = db.Close()
			}
		}()
		w.WriteHeader(http.StatusOK)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
