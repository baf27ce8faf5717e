// A helper reads rows and calls back for each, and the callback sends.
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

func (s *store) each(ctx context.Context, fn func(name string) error) error {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		if err := fn(name); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	err := s.each(r.Context(), func(name string) error {
		_, err := fmt.Fprintf(w, "data: %s\n\n", name)
		w.(http.Flusher).Flush() // want SL301
		return err
	})
	if err != nil {
		log.Print(err)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
