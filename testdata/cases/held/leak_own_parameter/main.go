//policy: relaxed

// A parameter of the closure itself is no place outside of it: what is put there leaks.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type store struct{ db *sql.DB }

func optional(f func(*sql.Tx) error) error { return f(nil) }

func (s *store) touch(ctx context.Context) error {
	return optional(func(tx *sql.Tx) error {
		var err error
		tx, err = s.db.BeginTx(ctx, nil) // want violation SL401
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return tx.Commit()
	})
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { s.touch(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
