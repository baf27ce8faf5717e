// One inner line reached by three handlers is one finding.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/a", showA)
	http.HandleFunc("/b", showB)
	http.HandleFunc("/c", showC)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func showA(w http.ResponseWriter, r *http.Request) { show(w, "a") }

func showB(w http.ResponseWriter, r *http.Request) { show(w, "b") }

func showC(w http.ResponseWriter, r *http.Request) { show(w, "c") }

func show(w http.ResponseWriter, table string) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_, _ = db.Exec("analyze " + table)
}
