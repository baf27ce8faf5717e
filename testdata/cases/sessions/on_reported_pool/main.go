// The pool is the finding; the transaction and the connection taken from it are not reported again.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func save(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	tx, err := db.BeginTx(r.Context(), nil) // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("insert into items values ($1)", r.FormValue("name")); err == nil {
		_ = tx.Commit()
	}
}

func lock(w http.ResponseWriter, r *http.Request) {
	conn, err := pgx.Connect(r.Context(), os.Getenv("DSN")) // want violation SL102
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer conn.Close(r.Context())
	tx, err := conn.Begin(r.Context()) // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback(r.Context())
	if _, err := tx.Exec(r.Context(), "lock table items"); err == nil {
		_ = tx.Commit(r.Context())
	}
}

func main() {
	http.HandleFunc("/save", save)
	http.HandleFunc("/lock", lock)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
