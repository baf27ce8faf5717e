// The same kind of iterator, ranged over by main alone.
package main

import (
	"database/sql"
	"iter"
	"log"
	"net/http"
	"os"
)

func words(dsn string) iter.Seq[string] {
	return func(yield func(string) bool) {
		db, err := sql.Open("pgx", dsn) // want startup
		if err != nil {
			return
		}
		defer db.Close()
		_ = db.Ping() == nil && yield("hello")
	}
}

func main() {
	dictionary := map[string]bool{}
	for word := range words(os.Getenv("DSN")) {
		dictionary[word] = true
	}
	http.HandleFunc("/check", func(w http.ResponseWriter, r *http.Request) {
		if !dictionary[r.FormValue("word")] {
			http.NotFound(w, r)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
