// Package probe runs probes.
package probe

import "database/sql"

// Target opens what is probed.
type Target interface{ Open() (*sql.DB, error) }

// Run probes.
func Run[T Target](t T) error {
	db, err := t.Open()
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

// RunOnce probes before the program serves.
func RunOnce[T Target](t T) error {
	db, err := t.Open()
	if err != nil {
		return err
	}
	return db.Close()
}
