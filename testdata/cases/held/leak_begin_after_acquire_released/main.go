// pgx: when the begin fails the connection is released.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ db *pgxpool.Pool }

type session struct {
	conn *pgxpool.Conn
	tx   pgx.Tx
}

func (s *session) end(ctx context.Context) {
	_ = s.tx.Rollback(ctx)
	s.conn.Release()
}

func (s *store) open(ctx context.Context) (*session, error) {
	conn, err := s.db.Acquire(ctx) // want request-session
	if err != nil {
		return nil, err
	}
	tx, err := conn.Begin(ctx) // want request-session
	if err != nil {
		conn.Release()
		return nil, err
	}
	return &session{conn, tx}, nil
}

func (s *store) run(ctx context.Context) error {
	sess, err := s.open(ctx) // want request-session
	if err != nil {
		return err
	}
	defer sess.end(ctx)
	_, err = sess.tx.Exec(ctx, "select 1")
	return err
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
