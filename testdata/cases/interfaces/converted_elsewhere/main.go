// The opening type satisfies the interface, but only start-up code converts it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type source interface{ load(id string) error }

type live struct{ db *sql.DB }

func (l *live) load(id string) error {
	_, err := l.db.Exec("update hits set n = n + 1 where id = $1", id)
	return err
}

type importer struct{ dsn string }

func (i *importer) load(id string) error {
	db, err := sql.Open("mysql", i.dsn) // want startup
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

type handler struct{ src source }

func (h *handler) show(w http.ResponseWriter, r *http.Request) { _ = h.src.load(r.URL.Path) }

func run(s source) error { return s.load("first") }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	if err := run(&importer{dsn: os.Getenv("OLD")}); err != nil {
		log.Fatal(err)
	}
	h := &handler{src: &live{db: db}}
	http.HandleFunc("/", h.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
