// A goroutine of the handler opens a pool: one pool per request all the same.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/track", track)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func track(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go func() {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return
		}
		defer db.Close()
		_, _ = db.Exec("insert into visits values ($1)", path)
	}()
	w.WriteHeader(http.StatusAccepted)
}
