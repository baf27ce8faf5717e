// A function literal in a package variable is not run when the variable is set.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var openUsers = func() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("USERS")) // want violation SL101
}

func users(w http.ResponseWriter, r *http.Request) {
	db, err := openUsers()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	http.HandleFunc("/users", users)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
