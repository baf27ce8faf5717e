// A closure in a local variable of the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/stat", stat)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func stat(w http.ResponseWriter, r *http.Request) {
	count := func(table string) (n int) {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return -1
		}
		defer db.Close()
		_ = db.QueryRowContext(r.Context(), "select count(*) from "+table).Scan(&n)
		return n
	}
	if count("users") < 0 {
		w.WriteHeader(http.StatusInternalServerError)
	}
}
