// The same kind of chain in which only a layer's set-up part opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type layer func(http.Handler) http.Handler

func chain(h http.Handler, layers ...layer) http.Handler {
	for _, l := range layers {
		h = l(h)
	}
	return h
}

func limited(next http.Handler) http.Handler {
	db, err := sql.Open("pgx", os.Getenv("LIMITS")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if db.PingContext(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	log.Fatal(http.ListenAndServe(":8080", chain(mux, logged, limited)))
}
