// Package dialect holds the shapes of entgo.io/ent/dialect that the cases use.
package dialect

import "context"

const Postgres = "postgres"

type ExecQuerier interface {
	Exec(ctx context.Context, query string, args, v any) error
	Query(ctx context.Context, query string, args, v any) error
}

type Driver interface {
	ExecQuerier
	Tx(context.Context) (Tx, error)
	Close() error
	Dialect() string
}

type Tx interface {
	ExecQuerier
	Commit() error
	Rollback() error
}
