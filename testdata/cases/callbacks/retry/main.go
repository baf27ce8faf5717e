// A handler retries a function that opens.
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

func main() {
	http.HandleFunc("/", index)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func index(w http.ResponseWriter, r *http.Request) {
	if err := retry(3, check); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func check() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}
