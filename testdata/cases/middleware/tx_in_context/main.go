// A middleware begins, stores the transaction in the context, calls next and commits: a provider by shape.
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
		tx, err := db.BeginTx(r.Context(), nil) // want request-session
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, tx)))
		if err := tx.Commit(); err != nil {
			log.Print(err)
		}
	})
}

func rename(w http.ResponseWriter, r *http.Request) {
	tx := r.Context().Value(key{}).(*sql.Tx)
	_, _ = tx.ExecContext(r.Context(), "update profile set name = $1", r.FormValue("name"))
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/rename", transactional(db, http.HandlerFunc(rename)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
