// The nil check finds nothing: each request closes the pool and forgets it at its end.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var db *sql.DB

func size() (n int) {
	if db == nil {
		var err error
		db, err = sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return 0
		}
	}
	defer func() {
		db.Close()
		db = nil
	}()
	_ = db.QueryRow("select count(*) from rows").Scan(&n)
	return n
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if size() == 0 {
			w.WriteHeader(http.StatusNotFound)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
