// A decorator that calls another one: both are told apart by where the outer one is called.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"time"
)

func timed(f func() error) func() error {
	return func() error {
		start := time.Now()
		err := f()
		log.Print(time.Since(start))
		return err
	}
}

func named(name string, f func() error) func() error {
	return timed(func() error {
		log.Print(name)
		return f()
	})
}

func open() error {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		return err
	}
	return db.Close()
}

func probe() error {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	if err := named("open", open)(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := named("handle", func() error { return r.ParseForm() })(); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	http.HandleFunc("/probe", func(w http.ResponseWriter, r *http.Request) {
		if err := named("probe", probe)(); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
