//policy: relaxed

// Relaxed: pools and dialled connections are reported as ever.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func pay(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err == nil {
		_ = db.Close()
	}
	conn, err := pgx.Connect(r.Context(), os.Getenv("DSN")) // want violation SL102
	if err == nil {
		_ = conn.Close(r.Context())
	}
}

func main() {
	http.HandleFunc("/pay", pay)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
