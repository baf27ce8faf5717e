// A client of HTTP behind the program's own interface is waited for in a transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

// doer is *http.Client, or something else in tests.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type local struct{}

func (local) Do(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Request: r, Body: http.NoBody}, nil
}

type payments struct{ client doer }

func (p *payments) pay(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://pay.example.com", nil)
	if err != nil {
		return err
	}
	resp, err := p.client.Do(req) // want SL302
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type store struct {
	db  *sql.DB
	pay *payments
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into orders default values"); err != nil {
		return err
	}
	if err := s.pay.pay(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db, pay: &payments{client: &http.Client{}}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
