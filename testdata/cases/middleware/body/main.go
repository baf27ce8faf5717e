// The handler that the middleware returns runs per request, and opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func audit(next http.Handler) http.Handler {
	log.Print("audit is on")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", os.Getenv("AUDIT")) // want violation SL101
		if err == nil {
			_, _ = db.ExecContext(r.Context(), "insert into audit values ($1)", r.URL.Path)
			_ = db.Close()
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	home := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", audit(home)))
}
