// Package sqlx holds the shapes of github.com/jmoiron/sqlx that the cases use.
package sqlx

import (
	"context"
	"database/sql"
)

type DB struct {
	*sql.DB
	driverName string
}

type Tx struct {
	*sql.Tx
	driverName string
}

type Conn struct {
	*sql.Conn
	driverName string
}

type Rows struct {
	*sql.Rows
}

func Open(driverName, dataSourceName string) (*DB, error)    { return &DB{}, nil }
func MustOpen(driverName, dataSourceName string) *DB         { return &DB{} }
func Connect(driverName, dataSourceName string) (*DB, error) { return &DB{}, nil }
func MustConnect(driverName, dataSourceName string) *DB      { return &DB{} }
func ConnectContext(ctx context.Context, driverName, dataSourceName string) (*DB, error) {
	return &DB{}, nil
}
func NewDb(db *sql.DB, driverName string) *DB { return &DB{DB: db, driverName: driverName} }

func (db *DB) Beginx() (*Tx, error)                                                      { return &Tx{}, nil }
func (db *DB) MustBegin() *Tx                                                            { return &Tx{} }
func (db *DB) BeginTxx(ctx context.Context, opts *sql.TxOptions) (*Tx, error)            { return &Tx{}, nil }
func (db *DB) MustBeginTx(ctx context.Context, opts *sql.TxOptions) *Tx                  { return &Tx{} }
func (db *DB) Connx(ctx context.Context) (*Conn, error)                                  { return &Conn{}, nil }
func (db *DB) Unsafe() *DB                                                               { return db }
func (db *DB) Get(dest any, query string, args ...any) error                             { return nil }
func (db *DB) Select(dest any, query string, args ...any) error                          { return nil }
func (db *DB) GetContext(ctx context.Context, dest any, query string, args ...any) error { return nil }
func (db *DB) MustExec(query string, args ...any) sql.Result                             { return nil }
func (tx *Tx) Get(dest any, query string, args ...any) error                             { return nil }
func (tx *Tx) MustExec(query string, args ...any) sql.Result                             { return nil }
func (tx *Tx) NamedExec(query string, arg any) (sql.Result, error)                       { return nil, nil }
func (tx *Tx) GetContext(ctx context.Context, dest any, query string, args ...any) error { return nil }
func (tx *Tx) Select(dest any, query string, args ...any) error                          { return nil }
func (db *DB) Queryx(query string, args ...any) (*Rows, error)                           { return nil, nil }

// QueryerContext is what GetContext reads with: a pool, a connection or a transaction.
type QueryerContext interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func GetContext(ctx context.Context, q QueryerContext, dest any, query string, args ...any) error {
	return nil
}
