// A table of method expressions, called with the receiver as first argument.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type desk struct{ dsn string }

func (d *desk) opened() error {
	db, err := sql.Open("pgx", d.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func (d *desk) closed() error { return nil }

var actions = map[string]func(*desk) error{
	"open":  (*desk).opened,
	"close": (*desk).closed,
}

func main() {
	d := &desk{dsn: os.Getenv("DSN")}
	http.HandleFunc("/desk", func(w http.ResponseWriter, r *http.Request) {
		if act, ok := actions[r.FormValue("act")]; ok {
			_ = act(d)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
