//tests: true

// Test files are analysed when asked for: what tests open is a test's.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func count(db *sql.DB) (n int, err error) {
	err = db.QueryRow("select count(*) from users").Scan(&n)
	return n, err
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _, _ = count(db) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
