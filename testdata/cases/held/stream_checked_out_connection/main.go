// A connection is checked out for listening and held while events are written.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ db *pgxpool.Pool }

func (s *store) listen(ctx context.Context, w http.ResponseWriter) error {
	conn, err := s.db.Acquire(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "listen changes"); err != nil {
		return err
	}
	for range 10 {
		fmt.Fprint(w, "data: changed\n\n")
		w.(http.Flusher).Flush() // want SL301
	}
	return nil
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if err := s.listen(r.Context(), w); err != nil {
		log.Print(err)
	}
}

func main() {
	db, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
