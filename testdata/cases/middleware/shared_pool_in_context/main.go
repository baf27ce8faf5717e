// The pool that main opened travels in the context of each request: nothing is acquired.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type key struct{}

func withDB(db *sql.DB, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, db)))
	})
}

func dbFrom(ctx context.Context) *sql.DB { return ctx.Value(key{}).(*sql.DB) }

func ping(w http.ResponseWriter, r *http.Request) { _ = dbFrom(r.Context()).PingContext(r.Context()) }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", withDB(db, http.HandlerFunc(ping))))
}
