// A middleware as a struct with next in a field: its constructor opens once.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type auth struct {
	db   *sql.DB
	next http.Handler
}

func newAuth(dsn string, next http.Handler) *auth {
	db, err := sql.Open("pgx", dsn) // want factory|startup
	// why: a value that holds the pool is handed out
	if err != nil {
		log.Fatal(err)
	}
	return &auth{db: db, next: next}
}

func (a *auth) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var user string
	row := a.db.QueryRowContext(r.Context(), "select name from tokens where token = $1", r.Header.Get("X-Token"))
	if err := row.Scan(&user); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	a.next.ServeHTTP(w, r)
}

func main() {
	log.Fatal(http.ListenAndServe(":8080", newAuth(os.Getenv("DSN"), http.NotFoundHandler())))
}
