// A method of the type parameter's constraint opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type opener interface{ open() (*sql.DB, error) }

type byEnv struct{ name string }

func (b byEnv) open() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv(b.name)) // want violation SL101
	// chain: probe -> ping -> byEnv.open
}

func ping[T opener](o T) error {
	db, err := o.open()
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func probe(w http.ResponseWriter, r *http.Request) {
	if ping(byEnv{"DSN"}) != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func main() {
	http.HandleFunc("/probe", probe)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
