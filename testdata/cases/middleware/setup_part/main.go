// What a middleware does before it returns its handler runs once, while wiring.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func audit(next http.Handler) http.Handler {
	db, err := sql.Open("pgx", os.Getenv("AUDIT")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = db.ExecContext(r.Context(), "insert into audit values ($1)", r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func main() {
	home := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", audit(home)))
}
