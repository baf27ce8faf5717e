// A wrapper function makes a handler of a function that returns an error, behind a register helper.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

type fallible func(http.ResponseWriter, *http.Request) error

func wrap(f fallible) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func route(mux *http.ServeMux, pattern string, f fallible) { mux.Handle(pattern, wrap(f)) }

func balance(w http.ResponseWriter, r *http.Request) error {
	conn, err := pgx.Connect(r.Context(), os.Getenv("DSN")) // want violation SL102
	if err != nil {
		return err
	}
	defer conn.Close(r.Context())
	return conn.Ping(r.Context())
}

func main() {
	mux := http.NewServeMux()
	route(mux, "/balance", balance)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
