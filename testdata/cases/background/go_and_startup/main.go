// One function, once called by main and then by its goroutine.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func load() error {
	db, err := sql.Open("pgx", os.Getenv("RATES")) // want startup|background
	// why: both are true
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func main() {
	if err := load(); err != nil {
		log.Fatal(err)
	}
	go func() {
		for range time.Tick(time.Hour) {
			_ = load()
		}
	}()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
