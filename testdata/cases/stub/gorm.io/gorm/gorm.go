// Package gorm holds the shapes of gorm.io/gorm that the cases use.
package gorm

import (
	"context"
	"database/sql"
)

type Dialector interface{ Name() string }

type Option interface{ Apply(*Config) error }

type Config struct {
	SkipDefaultTransaction bool
	PrepareStmt            bool
}

func (c *Config) Apply(*Config) error { return nil }

type Session struct {
	NewDB       bool
	PrepareStmt bool
	DryRun      bool
	Context     context.Context
}

type DB struct {
	*Config
	Error        error
	RowsAffected int64
}

func Open(dialector Dialector, opts ...Option) (db *DB, err error) { return &DB{}, nil }

func (db *DB) Begin(opts ...*sql.TxOptions) *DB                                { return db }
func (db *DB) Commit() *DB                                                     { return db }
func (db *DB) Rollback() *DB                                                   { return db }
func (db *DB) Transaction(fc func(tx *DB) error, opts ...*sql.TxOptions) error { return fc(db) }
func (db *DB) Connection(fc func(tx *DB) error) error                          { return fc(db) }

func (db *DB) Session(config *Session) *DB         { return db }
func (db *DB) WithContext(ctx context.Context) *DB { return db }
func (db *DB) Debug() *DB                          { return db }
func (db *DB) Model(value any) *DB                 { return db }
func (db *DB) Table(name string, args ...any) *DB  { return db }
func (db *DB) Where(query any, args ...any) *DB    { return db }
func (db *DB) Scopes(funcs ...func(*DB) *DB) *DB   { return db }
func (db *DB) DB() (*sql.DB, error)                { return nil, nil }
func (db *DB) Create(value any) *DB                { return db }
func (db *DB) Save(value any) *DB                  { return db }
func (db *DB) First(dest any, conds ...any) *DB    { return db }
func (db *DB) Find(dest any, conds ...any) *DB     { return db }
func (db *DB) Delete(value any, conds ...any) *DB  { return db }
func (db *DB) Update(column string, value any) *DB { return db }
func (db *DB) Exec(sql string, values ...any) *DB  { return db }
func (db *DB) AutoMigrate(dst ...any) error        { return nil }
func (db *DB) Set(key string, value any) *DB       { return db }
func (db *DB) Count(count *int64) *DB              { return db }
func (db *DB) SavePoint(name string) *DB           { return db }
func (db *DB) RollbackTo(name string) *DB          { return db }
func (db *DB) Updates(values any) *DB              { return db }
func (db *DB) Raw(sql string, values ...any) *DB   { return db }
func (db *DB) Scan(dest any) *DB                   { return db }
func (db *DB) Rows() (*sql.Rows, error)            { return nil, nil }

type Association struct {
	DB    *DB
	Error error
}

func (db *DB) Association(column string) *Association { return &Association{} }

func (a *Association) Find(out any, conds ...any) error { return nil }
func (a *Association) Clear() error                     { return nil }
