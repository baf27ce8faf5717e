// The call that waits is in a client package's method, two calls away.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type hooks struct{ client *http.Client }

func (h *hooks) send(req *http.Request) error {
	resp, err := h.client.Do(req) // want SL302
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type store struct {
	db    *sql.DB
	hooks *hooks
}

func (s *store) announce(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://hook.example", nil)
	if err != nil {
		return err
	}
	return s.hooks.send(req)
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	if err := s.announce(ctx); err != nil {
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
	http.HandleFunc("/", (&store{db: db, hooks: &hooks{client: http.DefaultClient}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
