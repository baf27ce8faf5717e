// A goroutine goes on to read rows that the function closes.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) run(ctx context.Context) error {
	sess, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer sess.Close()
	go func() { // want SL303
		if _, err := sess.ExecContext(ctx, "vacuum"); err != nil {
			log.Print(err)
		}
	}()
	return nil
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
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
