// Package deep opens.
package deep

import "database/sql"

// Open opens a pool.
func Open(dsn string) (*sql.DB, error) {
	return sql.Open("pgx", dsn) // want violation SL101
	// chain: List -> All -> Open
}
