// A chunked download flushes after each part while the rows are open.
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
	if err := s.export(r.Context(), w); err != nil {
		log.Print(err)
	}
}

func (s *store) export(ctx context.Context, w http.ResponseWriter) error {
	rows, err := s.db.QueryContext(ctx, "select name from items")
	if err != nil {
		return err
	}
	defer rows.Close()
	rc := http.NewResponseController(w)
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w, name); err != nil {
			return err
		}
		if err := rc.Flush(); err != nil { // want SL301
			return err
		}
	}
	return rows.Err()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
