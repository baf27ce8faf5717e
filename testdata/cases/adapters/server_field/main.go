// The handler is the Handler field of an http.Server, started in a goroutine of main.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type site struct{ dsn string }

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	srv := &http.Server{Addr: ":8080", Handler: site{dsn: os.Getenv("DSN")}}
	done := make(chan error)
	go func() { done <- srv.ListenAndServe() }()
	log.Fatal(<-done)
}
