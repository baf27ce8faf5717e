// Middlewares of the program's own signature, in a chain; the innermost function opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type step func(path string) error

type layer func(step) step

func chain(s step, layers ...layer) step {
	for _, l := range layers {
		s = l(s)
	}
	return s
}

func logged(next step) step {
	return func(path string) error {
		log.Print(path)
		return next(path)
	}
}

func recovered(next step) step {
	return func(path string) error {
		defer func() { _ = recover() }()
		return next(path)
	}
}

func touch(path string) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("update pages set seen = now() where path = $1", path)
	return err
}

func main() {
	run := chain(touch, logged, recovered)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = run(r.URL.Path) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
