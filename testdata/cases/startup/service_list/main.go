// main starts services through an interface; one of them also has a handler method.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type service interface{ Start() error }

type users struct{ db *sql.DB }

func (u *users) Start() (err error) {
	u.db, err = sql.Open("pgx", os.Getenv("USERS")) // want startup
	return err
}

func (u *users) show(w http.ResponseWriter, r *http.Request) { _ = u.db.PingContext(r.Context()) }

type mails struct{ db *sql.DB }

func (m *mails) Start() (err error) {
	m.db, err = sql.Open("pgx", os.Getenv("MAILS")) // want startup
	return err
}

func main() {
	u, m := &users{}, &mails{}
	for _, s := range []service{u, m} {
		if err := s.Start(); err != nil {
			log.Fatal(err)
		}
	}
	http.HandleFunc("/users", u.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
