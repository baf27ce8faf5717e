//policy: relaxed

// A closure puts the rows into a variable of the function around it, which closes them.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type store struct{ db *sql.DB }

func retry(times int, f func() error) error {
	var err error
	for range times {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func (s *store) names(ctx context.Context) ([]string, error) {
	var rows *sql.Rows
	err := retry(3, func() error {
		var err error
		rows, err = s.db.QueryContext(ctx, "select name from items")
		if err != nil {
			return err
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

func (s *store) count(ctx context.Context) (int, error) {
	n := 0
	err := retry(3, func() error {
		rows, err := s.db.QueryContext(ctx, "select name from items") // want SL401
		if err != nil {
			return err
		}
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
			n++
		}
		return rows.Close()
	})
	return n, err
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.names(r.Context())
		s.count(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
