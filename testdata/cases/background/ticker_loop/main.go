// A ticker loop in a goroutine literal of main.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	go func() {
		tick := time.NewTicker(time.Hour)
		defer tick.Stop()
		for range tick.C {
			db, err := sql.Open("pgx", os.Getenv("REPORTS")) // want background
			if err != nil {
				continue
			}
			_, _ = db.Exec("refresh materialized view sales")
			_ = db.Close()
		}
	}()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
