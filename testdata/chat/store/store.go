// Package store hands out sessions: units of work on the one pool of the
// program.
//
// The program opens that pool once, at start-up, and bounds it:
//
//	pool, err := sql.Open("memdb", "chat")
//	if err != nil {
//		return err
//	}
//	defer pool.Close()
//	pool.SetMaxOpenConns(10)
//
// From then on [GetDB] makes the session of each request. A session holds a
// connection from its first statement to the next Commit or Rollback, and
// none before or after.
package store

import (
	"context"
	"database/sql"
)

// Querier is what a repository needs of a session. It neither begins nor
// ends: that is the business of whoever hands the Querier in.
type Querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}
