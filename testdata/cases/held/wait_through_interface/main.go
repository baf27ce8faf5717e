// The mail goes out through an interface that main fills.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"net/smtp"
	"os"
)

type mailer interface{ send(to string) error }

type smtpMailer struct{ addr string }

func (m smtpMailer) send(to string) error {
	return smtp.SendMail(m.addr, nil, "a@example.com", []string{to}, nil) // want SL302
}

type store struct {
	db   *sql.DB
	mail mailer
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.mail.send("b@example.com"); err != nil {
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
	http.HandleFunc("/", (&store{db: db, mail: smtpMailer{addr: ":25"}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
