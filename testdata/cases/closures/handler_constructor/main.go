// The constructor of a handler opens once; the closure that it returns only uses the pool.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func newCounter(dsn string) http.HandlerFunc {
	db, err := sql.Open("pgx", dsn) // want startup|factory
	// why: what is returned is a handler that holds the pool, not the pool
	if err != nil {
		log.Fatal(err)
	}
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = db.ExecContext(r.Context(), "update hits set n = n + 1")
	}
}

func main() {
	http.Handle("/hit", newCounter(os.Getenv("DSN")))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
