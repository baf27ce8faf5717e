// The same client is used between two transactions.
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
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type store struct {
	db    *sql.DB
	hooks *hooks
}

func (s *store) mark(ctx context.Context, state string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update items set state = $1", state); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) run(ctx context.Context) error {
	if err := s.mark(ctx, "sending"); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://hook.example", nil)
	if err != nil {
		return err
	}
	if err := s.hooks.send(req); err != nil {
		return err
	}
	return s.mark(ctx, "sent")
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
