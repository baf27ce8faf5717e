// Two types satisfy the constraint: the handler names the one that shares, main the one that opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type source interface{ pick() *sql.DB }

type shared struct{ db *sql.DB }

func (s shared) pick() *sql.DB { return s.db }

func pingShared[S source](s S) error { return s.pick().Ping() }

type fresh struct{ dsn string }

func (f fresh) pick() *sql.DB {
	db, err := sql.Open("pgx", f.dsn) // want factory
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func warm[S source](s S) error { return s.pick().Ping() }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	if err := warm(fresh{os.Getenv("OLD")}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = pingShared(shared{db}) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
