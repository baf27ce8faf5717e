// What stands beside generated queries is read as any other code.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/beside_generated/db"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		pool, err := db.Open()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer pool.Close()
		if err := db.New(pool).Touch(r.Context(), 1); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
