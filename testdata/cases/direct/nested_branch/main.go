// The acquisition stands deep inside branches and loops of the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/report", report)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func report(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		for _, region := range r.URL.Query()["region"] {
			if region == "" {
				continue
			} else if db, err := sql.Open("pgx", os.Getenv("DSN_"+region)); err == nil { // want violation SL101
				_, _ = db.ExecContext(r.Context(), "refresh materialized view sales")
				_ = db.Close()
			}
		}
	default:
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
	}
}
