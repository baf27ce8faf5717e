// The transaction is sent to its new owner on a channel.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct {
	db  *sql.DB
	out chan *sql.Tx
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	s.out <- tx // want SL302
	return nil
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
	s := &store{db: db, out: make(chan *sql.Tx, 8)}
	go func() {
		for tx := range s.out {
			_ = tx.Rollback()
		}
	}()
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
