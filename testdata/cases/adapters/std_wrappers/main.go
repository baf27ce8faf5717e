// Handlers inside the wrappers of net/http, and a mux inside a mux.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func show(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err == nil {
		_ = db.Close()
	}
}

func main() {
	inner := http.NewServeMux()
	inner.Handle("/show", http.TimeoutHandler(http.HandlerFunc(show), time.Second, "slow"))
	outer := http.NewServeMux()
	outer.Handle("/api/", http.StripPrefix("/api", inner))
	log.Fatal(http.ListenAndServe(":8080", http.MaxBytesHandler(outer, 1<<20)))
}
