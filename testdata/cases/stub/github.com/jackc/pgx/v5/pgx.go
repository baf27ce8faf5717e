// Package pgx holds the shapes of github.com/jackc/pgx/v5 that the cases use.
package pgx

import (
	"context"

	"github.com/jackc/pgx/v5/pgconn"
)

type Conn struct{ closed bool }

type ConnConfig struct{ Host string }

type TxOptions struct{ AccessMode string }

type Row interface{ Scan(dest ...any) error }

type Rows interface {
	Close()
	Err() error
	Next() bool
	Scan(dest ...any) error
}

type Tx interface {
	Begin(ctx context.Context) (Tx, error)
	Commit(ctx context.Context) error
	Rollback(ctx context.Context) error
	Exec(ctx context.Context, sql string, arguments ...any) (commandTag pgconn.CommandTag, err error)
	Query(ctx context.Context, sql string, args ...any) (Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) Row
	Conn() *Conn
}

func Connect(ctx context.Context, connString string) (*Conn, error) { return &Conn{}, nil }
func ConnectConfig(ctx context.Context, connConfig *ConnConfig) (*Conn, error) {
	return &Conn{}, nil
}
func ParseConfig(connString string) (*ConnConfig, error) { return &ConnConfig{}, nil }

func (c *Conn) IsClosed() bool                                               { return c.closed }
func (c *Conn) Close(ctx context.Context) error                              { return nil }
func (c *Conn) Begin(ctx context.Context) (Tx, error)                        { return nil, nil }
func (c *Conn) BeginTx(ctx context.Context, txOptions TxOptions) (Tx, error) { return nil, nil }
func (c *Conn) Ping(ctx context.Context) error                               { return nil }
func (c *Conn) QueryRow(ctx context.Context, sql string, args ...any) Row    { return nil }
func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}

func BeginFunc(ctx context.Context, db interface {
	Begin(ctx context.Context) (Tx, error)
}, fn func(Tx) error) (err error) {
	return fn(nil)
}

func BeginTxFunc(ctx context.Context, db interface {
	BeginTx(ctx context.Context, txOptions TxOptions) (Tx, error)
}, txOptions TxOptions, fn func(Tx) error) (err error) {
	return fn(nil)
}
