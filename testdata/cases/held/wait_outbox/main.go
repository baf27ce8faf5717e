// The mail is put into an outbox table inside the transaction; a worker sends it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"net/smtp"
	"os"
	"time"
)

type store struct{ db *sql.DB }

type smtpMailer struct{ addr string }

func (m smtpMailer) send(to string) error {
	return smtp.SendMail(m.addr, nil, "a@example.com", []string{to}, nil)
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into outbox values ('b@example.com')"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for range time.Tick(time.Minute) {
			if err := (smtpMailer{addr: ":25"}).send("b@example.com"); err != nil {
				log.Print(err)
			}
		}
	}()
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
