// Package deep hides its type behind an interface.
package deep

import "database/sql"

// Dialer dials.
type Dialer interface{ Dial() error }

type dialer struct{ dsn string }

// New makes a dialer.
func New(dsn string) Dialer { return dialer{dsn} }

func (d dialer) Dial() error {
	db, err := sql.Open("pgx", d.dsn) // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}
