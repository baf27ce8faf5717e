// Method to method to method, all by pointer receiver.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type api struct{ users *users }

type users struct{ dsn string }

func main() {
	a := &api{users: &users{dsn: os.Getenv("DSN")}}
	http.HandleFunc("/users", a.list)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	if err := a.users.refresh(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (u *users) refresh() error {
	db, err := u.open()
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func (u *users) open() (*sql.DB, error) {
	return sql.Open("pgx", u.dsn) // want violation SL101
	// chain: (*api).list -> (*users).refresh -> (*users).open
}
