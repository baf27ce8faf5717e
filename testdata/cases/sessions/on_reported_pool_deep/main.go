// The pool comes from a helper of the handler; the transaction on it stands in the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func open() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
}

func save(w http.ResponseWriter, r *http.Request) {
	db, err := open()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	tx, err := db.Begin() // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("insert into items values ($1)", r.FormValue("name")); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	http.HandleFunc("/save", save)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
