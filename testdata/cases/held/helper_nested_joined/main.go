// A begin helper is nested behind another one and joins what it finds in the context.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type key struct{}

type store struct{ db *sql.DB }

func (s *store) inTx(ctx context.Context, fn func(ctx context.Context) error) error {
	if tx, ok := ctx.Value(key{}).(*sql.Tx); ok && tx != nil {
		return fn(ctx)
	}
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(context.WithValue(ctx, key{}, tx)); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) logged(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.inTx(ctx, func(ctx context.Context) error {
		err := fn(ctx)
		log.Print(err)
		return err
	})
}

func (s *store) touch(ctx context.Context) error {
	_, err := ctx.Value(key{}).(*sql.Tx).ExecContext(ctx, "update items set seen = true")
	return err
}

func (s *store) run(ctx context.Context) error {
	return s.logged(ctx, func(ctx context.Context) error {
		if err := s.logged(ctx, s.touch); err != nil {
			return err
		}
		return s.inTx(ctx, s.touch)
	})
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
