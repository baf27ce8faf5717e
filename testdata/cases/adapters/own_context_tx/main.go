// A handler by shape, with the program's own context, begins its own transaction.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Context struct {
	Writer  http.ResponseWriter
	Request *http.Request
}

type server struct{ db *sql.DB }

func handle(h func(*Context) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(&Context{Writer: w, Request: r}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func (s *server) pay(c *Context) error {
	ctx := c.Request.Context()
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL103
	// why: its only parameter holds the writer and the request, so it is a handler
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update invoices set paid = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db}
	http.HandleFunc("/pay", handle(s.pay))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
