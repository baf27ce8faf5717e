// Package deep makes functions that open.
package deep

import (
	"database/sql"
	"os"
)

// Opener returns a function that opens the named pool.
func Opener(name string) func() (*sql.DB, error) {
	return func() (*sql.DB, error) {
		return sql.Open("pgx", os.Getenv(name)) // want violation SL101
	}
}
