// Package memdb is a database/sql driver that keeps its tables in memory, so
// that the service runs without a database server. Importing it registers the
// driver as "memdb"; the data source name is the name of a database, and all
// connections to one name share its tables.
//
// It knows as much SQL as this service writes (see [parse]), and gives
// transactions the isolation level "read committed".
package memdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"slices"
	"sync"
)

func init() {
	sql.Register("memdb", &memDriver{databases: map[string]*database{}})
}

type memDriver struct {
	mu        sync.Mutex
	databases map[string]*database
}

// Open implements [driver.Driver].
func (d *memDriver) Open(name string) (driver.Conn, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.databases[name] == nil {
		d.databases[name] = &database{tables: tables{}}
	}
	return &conn{database: d.databases[name]}, nil
}

// conn is one connection, and its own transaction: database/sql never runs
// two at a time on one connection.
type conn struct {
	database *database
	inTx     bool
	pending  []change // what the transaction has done so far
}

// Begin implements [driver.Conn].
func (c *conn) Begin() (driver.Tx, error) {
	if c.inTx {
		return nil, errors.New("memdb: there is a transaction already")
	}
	c.inTx = true
	return c, nil
}

// Commit implements [driver.Tx].
func (c *conn) Commit() error {
	c.database.apply(c.pending)
	return c.Rollback() // what is pending is now stored
}

// Rollback implements [driver.Tx].
func (c *conn) Rollback() error {
	c.inTx, c.pending = false, nil
	return nil
}

// Close implements [driver.Conn].
func (c *conn) Close() error {
	return c.Rollback()
}

// Prepare implements [driver.Conn]. database/sql does not call it, because
// conn runs statements directly.
func (c *conn) Prepare(string) (driver.Stmt, error) {
	return nil, errors.New("memdb: prepared statements are not supported")
}

// ExecContext implements [driver.ExecerContext].
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s, err := parse(query, args)
	if err != nil {
		return nil, err
	}
	affected, err := s.change(c.database.read(c.pending))
	if err != nil {
		return nil, err
	}
	c.pending = append(c.pending, s.change)
	if !c.inTx {
		err = c.Commit()
	}
	return driver.RowsAffected(affected), err
}

// QueryContext implements [driver.QueryerContext].
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s, err := parse(query, args)
	if err != nil {
		return nil, err
	}
	found, err := s.query(c.database.read(c.pending))
	if err != nil {
		return nil, err
	}
	return &rows{columns: s.columns, rest: found}, nil
}

// rows implements [driver.Rows] on what was found when the query ran.
type rows struct {
	columns []string
	rest    []row
}

func (r *rows) Columns() []string { return slices.Clone(r.columns) }

func (r *rows) Close() error { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if len(r.rest) == 0 {
		return io.EOF
	}
	for i, column := range r.columns {
		dest[i] = r.rest[0][column]
	}
	r.rest = r.rest[1:]
	return nil
}
