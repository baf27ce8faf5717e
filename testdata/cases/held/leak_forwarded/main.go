// Two functions forward what a third one begins and puts into a unit of work: who calls the first one leaks, and nobody else.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Tx interface {
	Exec(query string) error
	Commit() error
	Rollback() error
}

type unit struct{ tx *sql.Tx }

func newUnit(tx *sql.Tx) Tx { return &unit{tx: tx} }

func (u *unit) Exec(query string) error {
	_, err := u.tx.Exec(query)
	return err
}

func (u *unit) Commit() error { return u.tx.Commit() }

func (u *unit) Rollback() error { return u.tx.Rollback() }

type beginner interface {
	Begin(ctx context.Context) (Tx, error)
}

type repo struct{ db *sql.DB }

func (r *repo) Begin(ctx context.Context) (Tx, error) {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	return newUnit(tx), nil
}

type service struct{ repo beginner }

func (s *service) Begin(ctx context.Context) (Tx, error) {
	return s.repo.Begin(ctx) // want request-session
}

type facade struct{ service *service }

func (f *facade) Start(ctx context.Context) (Tx, error) {
	tx, err := f.service.Begin(ctx) // want request-session
	if err != nil {
		return nil, err
	}
	return tx, nil
}

func (f *facade) save(ctx context.Context) error {
	tx, err := f.Start(ctx) // want violation SL401
	if err != nil {
		return err
	}
	if err := tx.Exec("update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (f *facade) remove(ctx context.Context) error {
	tx, err := f.Start(ctx) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := tx.Exec("delete from items"); err != nil {
		return err
	}
	return tx.Commit()
}

func (f *facade) serve(w http.ResponseWriter, r *http.Request) {
	if err := f.save(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := f.remove(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&facade{&service{&repo{db}}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
