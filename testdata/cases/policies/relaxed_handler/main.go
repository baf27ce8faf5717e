//policy: relaxed

// Relaxed: a transaction in the handler's own body is not asked about.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func (s *server) pay(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil) // want request-session
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "update invoices set paid = true"); err != nil {
		return
	}
	_ = tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/pay", (&server{db: db}).pay)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
