// A generic decorator is told apart by its type arguments and by its calls.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

func cached[T any](f func() (T, error)) func() (T, error) {
	return func() (T, error) {
		v, err := f()
		if err != nil {
			log.Print(err)
		}
		return v, err
	}
}

func version() (string, error) {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		return "", err
	}
	defer db.Close()
	var v string
	return v, db.QueryRow("select version()").Scan(&v)
}

func load() (string, error) {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return "", err
	}
	defer db.Close()
	var v string
	return v, db.QueryRow("select motd from settings").Scan(&v)
}

func main() {
	v, err := cached(version)()
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		text, err := cached(func() (string, error) { return v, nil })()
		if err == nil {
			w.Write([]byte(text))
		}
	})
	http.HandleFunc("/motd", func(w http.ResponseWriter, r *http.Request) {
		text, err := cached(load)()
		if err == nil {
			w.Write([]byte(text))
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
