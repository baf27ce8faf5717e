// Package deep opens what the others ask for.
package deep

import (
	"database/sql"
	"os"
)

// Connect opens a pool by name.
func Connect(name string) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv(name)) // want violation SL101
	// chain: List -> CountOrders -> Connect
}
