// A function that nothing in the program calls is declared to serve requests; its twin is not.
package main

import (
	"database/sql"
	"os"
)

type call struct{ dsn string }

// Serve is called by the host of this plugin, once for each call.
//
//sessionlint:entry request the host looks it up by its name
func Serve(c *call) error {
	return open(c.dsn)
}

func open(dsn string) error {
	db, err := sql.Open("pgx", dsn) // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

// Load is called by the host when it starts.
func Load(c *call) error {
	db, err := sql.Open("pgx", c.dsn) // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err == nil {
		_ = db.Close()
	}
}
