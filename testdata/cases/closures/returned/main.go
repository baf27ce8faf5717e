// A function returns the closure that opens; the handler calls what it got.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func opener(dsn string) func() (*sql.DB, error) {
	return func() (*sql.DB, error) {
		return sql.Open("pgx", dsn) // want violation SL101
	}
}

type server struct{ open func() (*sql.DB, error) }

func (s *server) index(w http.ResponseWriter, r *http.Request) {
	db, err := s.open()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	s := &server{open: opener(os.Getenv("DSN"))}
	http.HandleFunc("/", s.index)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
