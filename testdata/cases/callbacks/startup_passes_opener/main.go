// Only main passes the function that opens; the handlers pass harmless ones to the same helper.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func retry(n int, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

var db *sql.DB

func connect() (err error) {
	db, err = sql.Open("pgx", os.Getenv("DSN")) // want startup
	return err
}

func main() {
	if err := retry(10, connect); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = retry(3, func() error { return db.PingContext(r.Context()) })
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
