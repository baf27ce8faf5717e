// The store that opens per call is wired by a program without handlers: programs are not mixed.

// Command api wires the store that shares one pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/two_mains_apart/names"
	"example.com/cases/multi/two_mains_apart/store"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := names.Service{Finder: store.Shared{DB: db}}
	http.HandleFunc("/name", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(s.Name(r.FormValue("id"))))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
