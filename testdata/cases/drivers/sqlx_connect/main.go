// sqlx.Connect opens a pool, and dials at once.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

func names(w http.ResponseWriter, r *http.Request) {
	db, err := sqlx.ConnectContext(r.Context(), "pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	var all []string
	_ = db.Select(&all, "select name from users")
}

func main() {
	http.HandleFunc("/names", names)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
