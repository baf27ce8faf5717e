// The handler asks by type assertion whether the wired type can do more.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store interface{ name() string }

type checker interface{ check() error }

type pgStore struct{ dsn string }

func (s *pgStore) name() string { return "pg" }

func (s *pgStore) check() error {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

type handler struct{ store store }

func (h *handler) ready(w http.ResponseWriter, r *http.Request) {
	if c, ok := h.store.(checker); ok && c.check() != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func main() {
	h := &handler{store: &pgStore{dsn: os.Getenv("DSN")}}
	http.HandleFunc("/ready", h.ready)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
