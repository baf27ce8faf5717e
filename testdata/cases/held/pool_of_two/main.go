// A function that is given two pools, or a value that has two, asks the one while it holds a transaction of the other.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type moving struct{ from, to *sql.DB }

func copyAll(ctx context.Context, from, to *sql.DB) error {
	tx, err := to.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := from.QueryRowContext(ctx, "select count(*) from items").Scan(&n); err != nil {
		return err
	}
	if err := to.QueryRowContext(ctx, "select count(*) from items").Scan(&n); err != nil { // want SL202
		return err
	}
	if _, err := tx.ExecContext(ctx, "update totals set n = $1", n); err != nil {
		return err
	}
	return tx.Commit()
}

func (m *moving) run(ctx context.Context) error {
	tx, err := m.to.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	old, err := m.from.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer old.Rollback()
	var n int
	if err := old.QueryRowContext(ctx, "select count(*) from items").Scan(&n); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update totals set n = $1", n); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	from, err := sql.Open("pgx", os.Getenv("FROM")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	to, err := sql.Open("pgx", os.Getenv("TO")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	m := &moving{from, to}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := m.run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/all", func(w http.ResponseWriter, r *http.Request) {
		if err := copyAll(r.Context(), from, to); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
