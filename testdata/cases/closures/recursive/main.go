// A closure that calls itself through its variable.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/tree", func(w http.ResponseWriter, r *http.Request) {
		var visit func(depth int) error
		visit = func(depth int) error {
			if depth == 0 {
				return nil
			}
			db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			if err != nil {
				return err
			}
			defer db.Close()
			return visit(depth - 1)
		}
		_ = visit(3)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
