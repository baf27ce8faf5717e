// A bare return behind an error that was just made is a failure; behind nothing it is a success.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) (err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback()
	res, err := tx.ExecContext(ctx, "update items set seen = true")
	if err != nil {
		return
	}
	if n, _ := res.RowsAffected(); n == 0 {
		err = errors.New("no items")
		return
	}
	err = tx.Commit()
	return
}

func (s *store) forgotten(ctx context.Context) (err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL402
	if err != nil {
		return
	}
	defer tx.Rollback()
	res, err := tx.ExecContext(ctx, "update items set seen = true")
	if err != nil {
		return
	}
	if n, _ := res.RowsAffected(); n == 0 {
		log.Print("no items")
		return
	}
	err = tx.Commit()
	return
}

func (s *store) serveForgotten(w http.ResponseWriter, r *http.Request) {
	if err := s.forgotten(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
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
	http.HandleFunc("/forgotten", (&store{db: db}).serveForgotten)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
