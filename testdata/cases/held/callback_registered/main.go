// Callbacks are registered in a list and run by a controller that holds the transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type controller struct {
	db     *sql.DB
	checks []func(ctx context.Context) error
}

func (c *controller) register(fn func(ctx context.Context) error) { c.checks = append(c.checks, fn) }

func (c *controller) run(ctx context.Context) error {
	tx, err := c.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, check := range c.checks {
		if err := check(ctx); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

type store struct {
	db  *sql.DB
	ctl *controller
}

func (s *store) check(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "select 1") // want SL202
	return err
}

func (s *store) run(ctx context.Context) error { return s.ctl.run(ctx) }

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
	s := &store{db: db, ctl: &controller{db: db}}
	s.ctl.register(s.check)
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
