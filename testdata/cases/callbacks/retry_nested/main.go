// The callback passes through two helpers, wrapped in a closure on the way.
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

func retryLogged(name string, fn func() error) error {
	return retry(3, func() error {
		err := fn()
		log.Print(name, err)
		return err
	})
}

func main() {
	err := retryLogged("warm up", func() error {
		db, err := sql.Open("pgx", os.Getenv("CACHE")) // want startup
		if err != nil {
			return err
		}
		return db.Close()
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = retryLogged("index", func() error {
			db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			if err != nil {
				return err
			}
			return db.Close()
		})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
