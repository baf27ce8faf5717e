// The body of a generic function opens; it is one line however often it is instantiated.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type user struct{ Name string }

type role struct{ Title string }

func scanOne[T any](query string, dest *T) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: showUser -> scanOne
	if err != nil {
		return err
	}
	defer db.Close()
	return db.QueryRow(query).Scan(dest)
}

func showUser(w http.ResponseWriter, r *http.Request) {
	var u user
	_ = scanOne("select name from users", &u)
}

func main() {
	var adminRole role
	if err := scanOne("select title from roles", &adminRole); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/user", showUser)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
