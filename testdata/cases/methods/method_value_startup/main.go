// A method value that only main calls, beside a handler of the same type.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type app struct{ dsn string }

func (a *app) migrate() error {
	db, err := sql.Open("pgx", a.dsn) // want startup
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("create table if not exists notes (id int)")
	return err
}

func (a *app) home(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) }

func main() {
	a := &app{dsn: os.Getenv("DSN")}
	steps := []func() error{a.migrate}
	for _, step := range steps {
		if err := step(); err != nil {
			log.Fatal(err)
		}
	}
	http.HandleFunc("/", a.home)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
