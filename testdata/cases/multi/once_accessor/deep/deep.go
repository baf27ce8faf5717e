// Package deep opens, for callers that guard.
package deep

import (
	"database/sql"
	"log"
	"os"
)

// Open opens.
func Open(name string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv(name)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
}

// OpenTenant opens a tenant's pool.
func OpenTenant(name string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("TENANT_"+name)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
}
