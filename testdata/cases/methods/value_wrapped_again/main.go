// A method value of an interface is wrapped, and put into that interface again: what is behind it is the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func home(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	if err := db.PingContext(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func wrap(h http.HandlerFunc, with ...func(http.Handler) http.HandlerFunc) http.HandlerFunc {
	for _, m := range with {
		h = m(h)
	}
	return h
}

func logged(next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r)
	}
}

func main() {
	var h http.Handler = http.HandlerFunc(home)
	for range 2 {
		h = wrap(h.ServeHTTP, logged)
	}
	http.Handle("/", h)
	http.HandleFunc("/home", h.ServeHTTP)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
