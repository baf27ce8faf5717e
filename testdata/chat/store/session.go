package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Session is a unit of work that begins by itself and can be used again after
// it was ended. It belongs to one goroutine.
type Session struct {
	ctx  context.Context
	pool *sql.DB
	tx   *sql.Tx // nil while nothing is held
}

// GetDB makes the session of one request. It costs nothing until the session
// is used, so a request that never reaches the database takes no connection.
//
// The session keeps ctx because a transaction lives as long as the request,
// not as long as the call that happened to begin it.
func GetDB(ctx context.Context, pool *sql.DB) *Session {
	return &Session{ctx: ctx, pool: pool}
}

// begin returns the transaction that is open, and opens one if there is none.
func (s *Session) begin() (*sql.Tx, error) {
	if s.tx == nil {
		var err error
		s.tx, err = s.pool.BeginTx(s.ctx, nil)
		if err != nil {
			return nil, fmt.Errorf("begin: %w", err)
		}
	}
	return s.tx, nil
}

// ExecContext runs a statement that returns no rows.
func (s *Session) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	tx, err := s.begin()
	if err != nil {
		return nil, err
	}
	return tx.ExecContext(ctx, query, args...)
}

// QueryContext runs a statement that returns rows. The caller closes them
// before it ends the session.
func (s *Session) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	tx, err := s.begin()
	if err != nil {
		return nil, err
	}
	return tx.QueryContext(ctx, query, args...)
}

// Commit makes what was done lasting and gives the connection back. The next
// statement begins a new unit of work.
func (s *Session) Commit() error {
	if s.tx == nil {
		return nil
	}
	err := s.tx.Commit()
	s.tx = nil
	if err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Rollback undoes what was not committed and gives the connection back. It
// does nothing after Commit, so it can be deferred.
func (s *Session) Rollback() error {
	if s.tx == nil {
		return nil
	}
	err := s.tx.Rollback()
	s.tx = nil
	if err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}
