// Handlers in a wrapper of the program's own: what one of them does is not said of all.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

type handler func(w http.ResponseWriter, r *http.Request) error

func wrap(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

func authorized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func list(w http.ResponseWriter, r *http.Request) error {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func health(w http.ResponseWriter, r *http.Request) error { return nil }

func main() {
	http.Handle("GET /orders", authorized(wrap(list)))
	http.Handle("GET /healthz", wrap(health))
	http.Handle("GET /status", authorized(wrap(health)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
