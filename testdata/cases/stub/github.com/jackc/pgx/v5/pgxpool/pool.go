// Package pgxpool holds the shapes of github.com/jackc/pgx/v5/pgxpool that the cases use.
package pgxpool

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

type Pool struct{ closed bool }

type Conn struct{ p *Pool }

type Tx struct{ c *Conn }

type Stat struct{}

type Config struct {
	ConnConfig    *pgx.ConnConfig
	AfterConnect  func(context.Context, *pgx.Conn) error
	BeforeConnect func(context.Context, *pgx.ConnConfig) error
	MaxConns      int32
}

func New(ctx context.Context, connString string) (*Pool, error)        { return &Pool{}, nil }
func NewWithConfig(ctx context.Context, config *Config) (*Pool, error) { return &Pool{}, nil }
func ParseConfig(connString string) (*Config, error)                   { return &Config{}, nil }

func (p *Pool) Acquire(ctx context.Context) (c *Conn, err error)                     { return &Conn{}, nil }
func (p *Pool) AcquireFunc(ctx context.Context, f func(*Conn) error) error           { return f(&Conn{}) }
func (p *Pool) AcquireAllIdle(ctx context.Context) []*Conn                           { return nil }
func (p *Pool) Begin(ctx context.Context) (pgx.Tx, error)                            { return nil, nil }
func (p *Pool) BeginTx(ctx context.Context, txOptions pgx.TxOptions) (pgx.Tx, error) { return nil, nil }
func (p *Pool) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row        { return nil }
func (p *Pool) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) { return nil, nil }
func (p *Pool) Ping(ctx context.Context) error                                       { return nil }
func (p *Pool) Stat() *Stat                                                          { return nil }
func (p *Pool) Close()                                                               {}
func (p *Pool) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}

func (c *Conn) Release()                                                      {}
func (c *Conn) Hijack() *pgx.Conn                                             { return nil }
func (c *Conn) Begin(ctx context.Context) (pgx.Tx, error)                     { return nil, nil }
func (c *Conn) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row { return nil }
func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error) {
	return pgconn.CommandTag{}, nil
}
func (c *Conn) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) { return nil, nil }
