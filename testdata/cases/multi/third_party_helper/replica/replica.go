// Package replica names the company's replicas.
package replica

import (
	"context"
	"database/sql"

	"company.example/dbutil"
)

// Open opens the sales replica.
func Open(ctx context.Context) (*sql.DB, error) {
	return dbutil.OpenReplica(ctx, "SALES") // want violation SL101
	// chain: Report -> Sales -> Open
}

// Check is for main.
func Check(ctx context.Context) error {
	db, err := dbutil.OpenReplica(ctx, "CHECK") // want startup
	if err != nil {
		return err
	}
	return db.Close()
}
