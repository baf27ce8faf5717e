// A handler opens a pool of its own for every request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/orders", listOrders)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func listOrders(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: listOrders
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	if _, err := db.ExecContext(r.Context(), "update orders set seen = true"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
