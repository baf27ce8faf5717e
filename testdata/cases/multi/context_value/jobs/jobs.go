// Package jobs knows what can be done.
package jobs

import (
	"context"
	"database/sql"
)

// Opener opens for each job.
type Opener struct{ DSN string }

// Run opens.
func (o *Opener) Run(ctx context.Context) error {
	db, err := sql.Open("pgx", o.DSN) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}
