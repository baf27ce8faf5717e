// Package txctx carries a transaction in a context.
package txctx

import (
	"context"
	"database/sql"
)

type key struct{}

// With stores tx.
func With(ctx context.Context, tx *sql.Tx) context.Context { return context.WithValue(ctx, key{}, tx) }

// From finds it.
func From(ctx context.Context) *sql.Tx { tx, _ := ctx.Value(key{}).(*sql.Tx); return tx }
