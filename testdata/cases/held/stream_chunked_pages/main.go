// A chunked download reads one page, closes it, and then flushes.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	for page := range 10 {
		names, err := s.page(r.Context(), page)
		if err != nil {
			return
		}
		for _, name := range names {
			fmt.Fprintln(w, name)
		}
		if err := rc.Flush(); err != nil {
			return
		}
	}
}

func (s *store) page(ctx context.Context, n int) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, "select name from items order by id limit 100 offset $1", n*100)
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

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
