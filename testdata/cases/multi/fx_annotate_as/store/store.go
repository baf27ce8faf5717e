// Package store opens for each call.
package store

import (
	"database/sql"
	"net/http"
	"os"
)

// Adapter saves.
type Adapter struct{ dsn string }

// NewAdapter makes one.
func NewAdapter() *Adapter { return &Adapter{os.Getenv("DSN")} }

// Save opens.
func (a *Adapter) Save(r *http.Request) error {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(r.Context())
}
