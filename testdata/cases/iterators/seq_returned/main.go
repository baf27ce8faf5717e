// A method returns an iter.Seq; the pool is opened when the handler ranges over it.
package main

import (
	"database/sql"
	"iter"
	"log"
	"net/http"
	"os"
)

func rows(dsn string) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		db, err := sql.Open("pgx", dsn) // want violation SL101
		if err != nil {
			yield(0, err)
			return
		}
		defer db.Close()
		yield(1, db.Ping())
	}
}

func main() {
	dsn := os.Getenv("DSN")
	http.HandleFunc("/rows", func(w http.ResponseWriter, r *http.Request) {
		for _, err := range rows(dsn) {
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
