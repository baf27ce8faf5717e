// A closure in the handler's body is the handler's body, also when a helper calls it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func retry(fn func() error) (err error) {
	for range 3 {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

func (s *server) buy(w http.ResponseWriter, r *http.Request) {
	err := retry(func() error {
		tx, err := s.db.BeginTx(r.Context(), nil) // want violation SL103
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(r.Context(), "insert into orders values (1)"); err != nil {
			return err
		}
		return tx.Commit()
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/buy", (&server{db: db}).buy)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
