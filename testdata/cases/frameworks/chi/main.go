// chi: handlers inside Route and Group callbacks, a middleware given to Use, a mounted handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

type admin struct{ dsn string }

func (a admin) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	if err == nil {
		_ = db.Close()
	}
}

func counted(next http.Handler) http.Handler {
	db, err := sql.Open("pgx", os.Getenv("HITS")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = db.ExecContext(r.Context(), "update hits set n = n + 1")
		next.ServeHTTP(w, r)
	})
}

func show(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err == nil {
		_, _ = db.ExecContext(r.Context(), "select $1", chi.URLParam(r, "id"))
		_ = db.Close()
	}
}

func main() {
	r := chi.NewRouter()
	r.Use(counted)
	r.Route("/items", func(r chi.Router) { r.Get("/{id}", show) })
	r.Mount("/admin", admin{dsn: os.Getenv("DSN")})
	log.Fatal(http.ListenAndServe(":8080", r))
}
