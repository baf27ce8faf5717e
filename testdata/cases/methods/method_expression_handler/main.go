// A method expression bound by a closure is the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type shop struct{ dsn string }

func (s *shop) cart(w http.ResponseWriter, r *http.Request, user string) {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_, _ = db.ExecContext(r.Context(), "delete from carts where owner = $1", user)
}

func (s *shop) with(f func(*shop, http.ResponseWriter, *http.Request, string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { f(s, w, r, r.Header.Get("X-User")) }
}

func main() {
	s := &shop{dsn: os.Getenv("DSN")}
	http.Handle("/cart", s.with((*shop).cart))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
