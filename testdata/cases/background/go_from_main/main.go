// A goroutine that main starts opens its own pool, and takes sessions from another one.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func expire(shared *sql.DB) {
	archive, err := sql.Open("pgx", os.Getenv("ARCHIVE")) // want background
	if err != nil {
		log.Fatal(err)
	}
	defer archive.Close()
	for {
		purge(shared)
		time.Sleep(time.Minute)
	}
}

func purge(db *sql.DB) {
	tx, err := db.Begin() // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("delete from sessions where expired"); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	go expire(db)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
