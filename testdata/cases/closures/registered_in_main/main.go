// Lexically inside main, but the closure runs per request.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func main() {
	dsn := os.Getenv("DSN")
	http.HandleFunc("/db", func(w http.ResponseWriter, r *http.Request) {
		conn, err := pgx.Connect(r.Context(), dsn) // want violation SL102
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer conn.Close(r.Context())
		_ = conn.Ping(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
