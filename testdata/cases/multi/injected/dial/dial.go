// Package dial dials.
package dial

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// One dials one connection.
func One(ctx context.Context, dsn string) (*pgx.Conn, error) {
	return pgx.Connect(ctx, dsn) // want violation SL102
	// chain: (*Handler).Count -> (*Store).Count -> One
}
