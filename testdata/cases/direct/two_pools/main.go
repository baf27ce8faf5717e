// Two different pools in one handler are two findings.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/copy", copyAll)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func copyAll(w http.ResponseWriter, r *http.Request) {
	src, err := sql.Open("pgx", os.Getenv("SRC")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer src.Close()
	dst, err := sql.Open("mysql", os.Getenv("DST")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer dst.Close()
	if src.PingContext(r.Context()) != nil || dst.PingContext(r.Context()) != nil {
		http.Error(w, "not reachable", http.StatusBadGateway)
	}
}
