// The constructor runs at start-up, the closure that it returns opens per request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func newCounter(dsn string) http.HandlerFunc {
	log.Print("counter is ready")
	return func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", dsn) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer db.Close()
		_, _ = db.ExecContext(r.Context(), "update hits set n = n + 1")
	}
}

func main() {
	http.Handle("/hit", newCounter(os.Getenv("DSN")))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
