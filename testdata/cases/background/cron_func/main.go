// Functions registered with a cron are background work.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/robfig/cron/v3"
)

type nightly struct{ db *sql.DB }

func (n *nightly) run() {
	tx, err := n.db.Begin() // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update accounts set interest = interest + 1"); err == nil {
		_ = tx.Commit()
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	c := cron.New()
	_, _ = c.AddFunc("@daily", (&nightly{db: db}).run)
	_, _ = c.AddFunc("@hourly", func() {
		export, err := sql.Open("pgx", os.Getenv("EXPORT")) // want background
		if err == nil {
			_ = export.Close()
		}
	})
	c.Start()
	log.Fatal(http.ListenAndServe(":8080", nil))
}
