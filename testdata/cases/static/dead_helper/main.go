// A helper that nothing calls any more is listed, not reported.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/ping", func(w http.ResponseWriter, r *http.Request) {})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

var _ = legacyCount // keeps the compiler content, calls nothing

func legacyCount() (n int) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want unreachable
	if err != nil {
		return 0
	}
	defer db.Close()
	_ = db.QueryRow("select count(*) from legacy").Scan(&n)
	return n
}
