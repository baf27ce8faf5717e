// A pgxpool per request; parsing its configuration opens nothing.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"
)

func show(w http.ResponseWriter, r *http.Request) {
	cfg, err := pgxpool.ParseConfig(os.Getenv("DSN"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	cfg.MaxConns = 2
	pool, err := pgxpool.NewWithConfig(r.Context(), cfg) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer pool.Close()
	_ = pool.Ping(r.Context())
}

func main() {
	http.HandleFunc("/", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
