// The same helper, with a callback that asks the transaction.
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

func count(ctx context.Context, tx pgx.Tx) (n int, err error) {
	err = tx.QueryRow(ctx, "select count(*) from items").Scan(&n)
	return n, err
}

func (s *store) run(ctx context.Context) error {
	return s.inTx(ctx, func(tx pgx.Tx) error {
		n, err := count(ctx, tx)
		if err != nil {
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
