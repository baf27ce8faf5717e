// The rows are closed before the helper flushes.
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
	w.(http.Flusher).Flush()
	return nil
}

func (s *store) run(ctx context.Context, w http.ResponseWriter) error {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if err != nil {
		return err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			rows.Close()
			return err
		}
		names = append(names, name)
	}
	rows.Close()
	for _, name := range names {
		if err := push(w, name); err != nil {
			return err
		}
	}
	return nil
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
