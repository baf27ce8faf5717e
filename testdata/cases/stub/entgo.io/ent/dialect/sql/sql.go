// Package sql holds the shapes of entgo.io/ent/dialect/sql that the cases use.
package sql

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
)

type TxOptions = sql.TxOptions

type Driver struct{ dialect string }

func Open(dialect, source string) (*Driver, error) { return &Driver{dialect: dialect}, nil }
func OpenDB(dialect string, db *sql.DB) *Driver    { return &Driver{dialect: dialect} }

func (d Driver) Dialect() string                                             { return d.dialect }
func (d *Driver) Close() error                                               { return nil }
func (d *Driver) Tx(ctx context.Context) (dialect.Tx, error)                 { return nil, nil }
func (d *Driver) Exec(ctx context.Context, query string, args, v any) error  { return nil }
func (d *Driver) Query(ctx context.Context, query string, args, v any) error { return nil }
