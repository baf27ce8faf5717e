// The function gets the pool that is there and opens one only if there is none; its caller puts the result back where it took it from.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var pool *sql.DB

func address() string { return os.Getenv("DSN") }

func connected(db *sql.DB) *sql.DB {
	dsn := address()
	if db != nil {
		return db
	}
	db, err := sql.Open("pgx", dsn) // want singleton
	if err != nil {
		log.Print(err)
		return nil
	}
	return db
}

type reports struct{ db *sql.DB }

func (r *reports) ensure(db *sql.DB) (*sql.DB, error) {
	if db == nil {
		return dial()
	}
	return db, nil
}

func dial() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("REPORTS_DSN")) // want singleton
}

func (r *reports) serve(w http.ResponseWriter, q *http.Request) {
	var err error
	if r.db, err = r.ensure(r.db); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := r.db.PingContext(q.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func serve(w http.ResponseWriter, r *http.Request) {
	pool = connected(pool)
	if err := pool.PingContext(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func main() {
	http.HandleFunc("/", serve)
	http.HandleFunc("/reports", (&reports{}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
