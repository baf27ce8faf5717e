// A middleware begins and commits around next, but nobody is given the transaction.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func counted(db *sql.DB, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := db.BeginTx(r.Context(), nil) // want violation SL103
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(r.Context(), "update hits set n = n + 1"); err != nil {
			return
		}
		next.ServeHTTP(w, r)
		if err := tx.Commit(); err != nil {
			log.Print(err)
		}
	})
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", counted(db, http.NotFoundHandler())))
}
