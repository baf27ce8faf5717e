// A generic function that opens, instantiated by start-up code alone.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type wrapper interface{ wrap(*sql.DB) }

type users struct{ db *sql.DB }

func (u *users) wrap(db *sql.DB) { u.db = db }

func attach[W wrapper](w W) W {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup|factory
	// why: the pool leaves inside the value that was passed in
	if err != nil {
		log.Fatal(err)
	}
	w.wrap(db)
	return w
}

func main() {
	u := attach(&users{})
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = u.db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
