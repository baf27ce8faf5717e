// A connection checked out of the pool: deep and released, by callback, and in a handler's body.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ pool *pgxpool.Pool }

func (s *store) lock(ctx context.Context, id string) error {
	conn, err := s.pool.Acquire(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Release()
	_, err = conn.Exec(ctx, "select pg_advisory_lock($1)", id)
	return err
}

func (s *store) deep(w http.ResponseWriter, r *http.Request) {
	_ = s.lock(r.Context(), r.FormValue("id"))
}

func (s *store) callback(w http.ResponseWriter, r *http.Request) {
	_ = s.pool.AcquireFunc(r.Context(), func(c *pgxpool.Conn) error { // want request-session
		_, err := c.Exec(r.Context(), "notify changes")
		return err
	})
}

func (s *store) own(w http.ResponseWriter, r *http.Request) {
	conn, err := s.pool.Acquire(r.Context()) // want violation SL103
	if err != nil {
		return
	}
	defer conn.Release()
	_, _ = conn.Exec(r.Context(), "notify changes")
}

func main() {
	pool, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{pool: pool}
	http.HandleFunc("/deep", s.deep)
	http.HandleFunc("/callback", s.callback)
	http.HandleFunc("/own", s.own)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
