//policy: strict

// Strict: the middleware that hands its transaction on has to be declared.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type key struct{}

func transactional(db *sql.DB, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := db.BeginTx(r.Context(), nil) // want violation SL103
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, tx)))
		_ = tx.Commit()
	})
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", transactional(db, http.NotFoundHandler())))
}
