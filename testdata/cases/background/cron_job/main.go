// A cron.Job value: its Run method is background work.
package main

import (
	"database/sql"
	"log"
	"os"

	"github.com/robfig/cron/v3"
)

type backup struct{ dsn string }

func (b backup) Run() {
	db, err := sql.Open("pgx", b.dsn) // want background
	if err != nil {
		log.Print(err)
		return
	}
	defer db.Close()
	_, _ = db.Exec("select pg_start_backup('nightly')")
}

func main() {
	c := cron.New()
	if _, err := c.AddJob("@midnight", backup{dsn: os.Getenv("DSN")}); err != nil {
		log.Fatal(err)
	}
	c.Run()
}
