// Package pgconn holds the shapes of github.com/jackc/pgx/v5/pgconn that the cases use.
package pgconn

type CommandTag struct{ s string }

func (ct CommandTag) RowsAffected() int64 { return 0 }
