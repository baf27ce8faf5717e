// The acquisition is an argument of a generic helper.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	shared := must(sql.Open("pgx", os.Getenv("DSN"))) // want startup
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) { _ = shared.PingContext(r.Context()) })
	http.HandleFunc("/bad", bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func bad(w http.ResponseWriter, r *http.Request) {
	db := must(sql.Open("pgx", os.Getenv("DSN"))) // want violation SL101
	// chain: bad
	defer db.Close()
	_ = db.PingContext(r.Context())
}
