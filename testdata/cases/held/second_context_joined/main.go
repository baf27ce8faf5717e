// The same helper joins the transaction in the context.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type key struct{}

// begin begins a transaction with a context of its own.
func begin(ctx context.Context, db *sql.DB) (context.Context, *sql.Tx, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if tx, ok := ctx.Value(key{}).(*sql.Tx); ok {
		return ctx, tx, cancel, nil
	}
	tx, err := db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		cancel()
		return nil, nil, nil, err
	}
	return context.WithValue(ctx, key{}, tx), tx, cancel, nil
}

type repo struct{ db *sql.DB }

func (r *repo) name(ctx context.Context, id string) (name string, err error) {
	ctx, tx, cancel, err := begin(ctx, r.db) // want request-session
	if err != nil {
		return "", err
	}
	defer cancel()
	defer tx.Rollback()
	if err := tx.QueryRowContext(ctx, "select name from items where id = $1", id).Scan(&name); err != nil {
		return "", err
	}
	return name, tx.Commit()
}

type service struct {
	db   *sql.DB
	repo *repo
}

func (s *service) run(ctx context.Context, id string) error {
	ctx, tx, cancel, err := begin(ctx, s.db) // want request-session
	if err != nil {
		return err
	}
	defer cancel()
	defer tx.Rollback()
	name, err := s.repo.name(ctx, id)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into seen values ($1)", name); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service{db: db, repo: &repo{db: db}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := s.run(r.Context(), r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
