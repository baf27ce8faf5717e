// A helper runs a list of functions: those of start-up are not run by requests.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

func sequence(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
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
	if err := sequence(open, func() error { return nil }); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := sequence(r.ParseForm, func() error { return nil }); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	http.HandleFunc("/probe", func(w http.ResponseWriter, r *http.Request) {
		steps := []func() error{r.ParseForm}
		steps = append(steps, probe)
		if err := sequence(steps...); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
