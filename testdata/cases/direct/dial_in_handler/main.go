// A handler dials a connection of its own, closed or not: that is no pool.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func main() {
	http.HandleFunc("/users", countUsers)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func countUsers(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	conn, err := pgx.Connect(ctx, os.Getenv("DSN")) // want violation SL102
	// chain: countUsers
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer conn.Close(ctx)
	var n int
	if err := conn.QueryRow(ctx, "select count(*) from users").Scan(&n); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
