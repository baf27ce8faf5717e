// A helper flushes while its caller has rows open.
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

func push(w http.ResponseWriter, name string) error {
	if _, err := fmt.Fprintf(w, "data: %s\n\n", name); err != nil {
		return err
	}
	w.(http.Flusher).Flush() // want SL301
	return nil
}

func (s *store) run(ctx context.Context, w http.ResponseWriter) error {
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
		if err := push(w, name); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context(), w); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
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
