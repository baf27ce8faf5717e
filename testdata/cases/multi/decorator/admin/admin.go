// Package admin prepares the database at start-up.
package admin

import (
	"database/sql"

	"example.com/cases/multi/decorator/trace"
)

// Prepare waits for the database.
func Prepare(dsn string) error {
	return trace.Do("prepare", func() error {
		db, err := sql.Open("pgx", dsn) // want startup
		if err != nil {
			return err
		}
		defer db.Close()
		return db.Ping()
	})()
}
