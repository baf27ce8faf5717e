// A decorator that calls itself ends, and what it is given is found.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

func times(n int, f func() error) func() error {
	if n == 0 {
		return f
	}
	return times(n-1, func() error {
		if err := f(); err != nil {
			return err
		}
		return times(n-2, f)()
	})
}

func probe() error {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	http.HandleFunc("/probe", func(w http.ResponseWriter, r *http.Request) {
		if err := times(4, probe)(); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
