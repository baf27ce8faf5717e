//policy: relaxed

// Server-sent events are flushed inside the transaction.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil) // want request-session
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	w.Header().Set("Content-Type", "text/event-stream")
	for i := range 10 {
		if _, err := tx.ExecContext(r.Context(), "update hits set n = n + 1"); err != nil {
			return
		}
		fmt.Fprintf(w, "data: %d\n\n", i)
		w.(http.Flusher).Flush() // want SL301
		// chain: (*store).serve
	}
	if err := tx.Commit(); err != nil {
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
