// One helper between the handler and the pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/health", health)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func health(w http.ResponseWriter, r *http.Request) {
	db, err := connect()
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func connect() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: health -> connect
}
