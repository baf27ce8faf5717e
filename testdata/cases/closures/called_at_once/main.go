// A function literal that is called where it stands, twice nested.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		err := func() error {
			return func(dsn string) error {
				db, err := sql.Open("pgx", dsn) // want violation SL101
				if err != nil {
					return err
				}
				defer db.Close()
				return db.PingContext(r.Context())
			}(os.Getenv("DSN"))
		}()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
