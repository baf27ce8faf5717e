// A nil check on a parameter: the caller that passes nil gets a new pool each time.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func count(db *sql.DB, table string) (n int) {
	if db == nil {
		fresh, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return -1
		}
		defer fresh.Close()
		db = fresh
	}
	_ = db.QueryRow("select count(*) from " + table).Scan(&n)
	return n
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if count(nil, "users") < 0 {
			w.WriteHeader(http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
