// A table of migrations that only main runs.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type migration struct {
	name string
	up   func(dsn string) error
}

var migrations = []migration{
	{"001_init", func(dsn string) error {
		db, err := sql.Open("pgx", dsn) // want startup
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec("create table t (id int)")
		return err
	}},
	{"002_noop", func(string) error { return nil }},
}

func main() {
	for _, m := range migrations {
		if err := m.up(os.Getenv("DSN")); err != nil {
			log.Fatalf("%s: %v", m.name, err)
		}
	}
	http.HandleFunc("/version", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(migrations[len(migrations)-1].name))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
