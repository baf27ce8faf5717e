// Rows whose Scan is passed to a helper stay open while the stream is flushed.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type item struct{ name string }

func (i *item) scanFrom(scan func(...any) error) error { return scan(&i.name) }

func (s *store) each(ctx context.Context, f func(item) error) error {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var i item
		if err := i.scanFrom(rows.Scan); err != nil {
			return err
		}
		if err := f(i); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	flusher := w.(http.Flusher)
	s.each(r.Context(), func(i item) error {
		if _, err := w.Write([]byte(i.name)); err != nil {
			return err
		}
		flusher.Flush() // want SL301
		return nil
	})
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
