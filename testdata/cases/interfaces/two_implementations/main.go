// Two implementations exist, one is wired; the other one is never made.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type mailer interface{ send(to string) error }

type queueMailer struct{ db *sql.DB }

func (m *queueMailer) send(to string) error {
	_, err := m.db.Exec("insert into outbox values ($1)", to)
	return err
}

type directMailer struct{ dsn string }

func newDirectMailer(dsn string) mailer { return &directMailer{dsn: dsn} }

func (m *directMailer) send(to string) error {
	db, err := sql.Open("pgx", m.dsn) // want unreachable
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

type handler struct{ mail mailer }

func (h *handler) invite(w http.ResponseWriter, r *http.Request) { _ = h.mail.send(r.FormValue("to")) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	h := &handler{mail: &queueMailer{db: db}}
	http.HandleFunc("/invite", h.invite)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
