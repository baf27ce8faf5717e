// What a cron and a handler both call is judged on the handler's path too.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/robfig/cron/v3"
)

func sync() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: syncNow -> sync
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func syncNow(w http.ResponseWriter, r *http.Request) {
	if err := sync(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	c := cron.New()
	_, _ = c.AddFunc("@hourly", func() { _ = sync() })
	c.Start()
	http.HandleFunc("/sync", syncNow)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
