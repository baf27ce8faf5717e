//policy: relaxed

// pgx closes rows when Scan fails, and nothing else does it for them.
package main

import (
	"context"
	"log"
	"net/http"
	"strconv"

	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ db *pgxpool.Pool }

func (s *store) ids(ctx context.Context) ([]int, error) {
	rows, err := s.db.Query(ctx, "select id from items")
	if err != nil {
		return nil, err
	}
	var out []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

func (s *store) numbers(ctx context.Context) ([]int, error) {
	rows, err := s.db.Query(ctx, "select number from items") // want SL401
	if err != nil {
		return nil, err
	}
	var out []int
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

func main() {
	db, err := pgxpool.New(context.Background(), "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.ids(r.Context())
		s.numbers(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
