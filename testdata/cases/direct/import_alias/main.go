// The driver is imported under another name, and by a dot import in a second file.
package main

import (
	"log"
	"net/http"
	"os"

	store "database/sql"
)

func main() {
	http.HandleFunc("/a", byAlias)
	http.HandleFunc("/d", byDot)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func byAlias(w http.ResponseWriter, r *http.Request) {
	db, err := store.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err == nil {
		_ = db.Close()
	}
}
