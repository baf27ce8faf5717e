package db

import (
	"database/sql"
	"os"
)

// Open stands in the package of what sqlc generated, and was written by hand.
func Open() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: main$1 -> Open
}
