// The pool and the transaction are each in a type that logs their queries; a function takes either by its interface.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type querier interface {
	QueryRow(query string, args ...any) *sql.Row
}

type loggedDB struct{ *sqlx.DB }

func (l *loggedDB) QueryRow(query string, args ...any) *sql.Row {
	log.Print(query)
	return l.DB.QueryRow(query, args...)
}

func (l *loggedDB) begin() (*loggedTx, error) {
	tx, err := l.DB.Beginx() // want request-session
	return &loggedTx{tx}, err
}

type loggedTx struct{ *sqlx.Tx }

func (l *loggedTx) QueryRow(query string, args ...any) *sql.Row {
	log.Print(query)
	return l.Tx.QueryRow(query, args...)
}

func owner(q querier, id string) (name string, err error) {
	err = q.QueryRow("select owner from items where id = ?", id).Scan(&name)
	return name, err
}

func total(q querier) (n int, err error) {
	err = q.QueryRow("select count(*) from items").Scan(&n) // want SL202
	return n, err
}

func stock(q querier, id string) (n int, err error) {
	err = q.QueryRow("select n from items where id = ?", id).Scan(&n) // want SL202
	return n, err
}

type server struct{ db *loggedDB }

func (s *server) save(id string) error {
	if _, err := owner(s.db, id); err != nil {
		return err
	}
	tx, err := s.db.begin() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := owner(tx, id); err != nil {
		return err
	}
	if _, err := total(s.db); err != nil {
		return err
	}
	if _, err := stock(s.db, id); err != nil {
		return err
	}
	if _, err := tx.Exec("update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.save(r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sqlx.Connect("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{&loggedDB{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
