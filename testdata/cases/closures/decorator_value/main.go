// A decorator that is itself a value: a list of middleware, applied in a loop.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

type step func() error

func logged(next step) step {
	return func() error {
		log.Print("step")
		return next()
	}
}

func recovered(next step) step {
	return func() error {
		defer func() { recover() }()
		return next()
	}
}

func chain(s step, with ...func(step) step) step {
	for _, w := range with {
		s = w(s)
	}
	return s
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
		if err := chain(probe, logged, recovered)(); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
