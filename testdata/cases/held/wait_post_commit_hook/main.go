// The hook that runs after the commit may wait.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type unit struct {
	tx    *sql.Tx
	hooks []func()
}

func (u *unit) OnCommit(fn func()) { u.hooks = append(u.hooks, fn) }

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	u := &unit{tx: tx}
	u.OnCommit(announce)
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	for _, hook := range u.hooks {
		hook()
	}
	return nil
}

func announce() {
	resp, err := http.Get("https://hook.example")
	if err != nil {
		return
	}
	_ = resp.Body.Close()
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
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
