// A connection is taken for a goroutine, which gives it back; another goroutine uses one that the request gives back.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) listen(ctx context.Context, heard func()) error {
	conn, err := s.db.Conn(context.WithoutCancel(ctx)) // want request-session
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "listen items"); err != nil {
		conn.Close()
		return err
	}
	go func() {
		defer conn.Close()
		heard()
	}()
	return nil
}

func (s *store) borrow(ctx context.Context, heard func()) error {
	conn, err := s.db.Conn(ctx) // want request-session
	if err != nil {
		return err
	}
	defer conn.Close()
	go func() { // want SL303
		if _, err := conn.ExecContext(context.Background(), "listen items"); err == nil {
			heard()
		}
	}()
	return nil
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/listen", func(w http.ResponseWriter, r *http.Request) {
		if err := s.listen(r.Context(), func() { log.Print("heard") }); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/borrow", func(w http.ResponseWriter, r *http.Request) {
		if err := s.borrow(r.Context(), func() { log.Print("heard") }); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
