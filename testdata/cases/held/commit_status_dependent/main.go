// A middleware commits by the status of the response.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

type key struct{}

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (s *store) inTx(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := s.db.BeginTx(r.Context(), nil) // want request-session
		if err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		rec := &recorder{w, http.StatusOK}
		next.ServeHTTP(rec, r.WithContext(context.WithValue(r.Context(), key{}, tx)))
		if rec.status < 400 {
			_ = tx.Commit()
		}
	})
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Context().Value(key{}).(*sql.Tx).Exec("update items set seen = true"); err != nil {
		w.WriteHeader(http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.Handle("/", s.inTx(http.HandlerFunc(s.serve)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
