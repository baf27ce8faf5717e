// Handing on does not help a pool: one per request is one per request.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type key struct{}

func withDB(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer db.Close()
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, db)))
	})
}

func ping(w http.ResponseWriter, r *http.Request) {
	_ = r.Context().Value(key{}).(*sql.DB).PingContext(r.Context())
}

func main() {
	log.Fatal(http.ListenAndServe(":8080", withDB(http.HandlerFunc(ping))))
}
