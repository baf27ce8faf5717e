// Package store has an opener and a variable.
package store

import "database/sql"

// DB is nil until Connect.
var DB *sql.DB

// Connect fills DB.
func Connect() {
	DB, _ = sql.Open("pgx", "x") // want singleton
}
