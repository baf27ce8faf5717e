// A provider returns the session together with the function that ends it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) conn(ctx context.Context) (*sql.Conn, func(), error) {
	c, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return nil, nil, err
	}
	return c, func() { _ = c.Close() }, nil
}

func (s *store) notify(ctx context.Context) error {
	c, release, err := s.conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer release()
	_, err = c.ExecContext(ctx, "notify changes")
	return err
}

func (s *store) show(w http.ResponseWriter, r *http.Request) { _ = s.notify(r.Context()) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
