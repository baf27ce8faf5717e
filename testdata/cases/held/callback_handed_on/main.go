// A helper hands its callback straight on to the library; the callback asks the pool, and a server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ pool *pgxpool.Pool }

// inTx hands its callback straight on.
func (s *store) inTx(ctx context.Context, fn func(pgx.Tx) error) error {
	return pgx.BeginFunc(ctx, s.pool, fn) // want request-session
}

func (s *store) count(ctx context.Context) (n int, err error) {
	err = s.pool.QueryRow(ctx, "select count(*) from items").Scan(&n) // want SL202
	return n, err
}

func ask() error {
	resp, err := http.Get("https://id.example.com") // want SL302
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *store) run(ctx context.Context) error {
	return s.inTx(ctx, func(tx pgx.Tx) error {
		n, err := s.count(ctx)
		if err != nil {
			return err
		}
		if err := ask(); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "update totals set n = $1", n)
		return err
	})
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	pool, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{pool}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
