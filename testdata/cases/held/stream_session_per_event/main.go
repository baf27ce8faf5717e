// A short transaction per event, each ended before its event is sent.
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

func (s *store) count(ctx context.Context) (n int, err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	if err := tx.QueryRowContext(ctx, "update hits set n = n + 1 returning n").Scan(&n); err != nil {
		return 0, err
	}
	return n, tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	for range 10 {
		n, err := s.count(r.Context())
		if err != nil {
			return
		}
		fmt.Fprintf(w, "data: %d\n\n", n)
		w.(http.Flusher).Flush()
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
