// Package pgstore keeps users in PostgreSQL.
package pgstore

import (
	"context"

	"example.com/cases/multi/injected/dial"
)

// Store knows where the users are.
type Store struct{ dsn string }

// New makes a Store; it opens nothing.
func New(dsn string) *Store { return &Store{dsn: dsn} }

// Count opens, counts and closes.
func (s *Store) Count(ctx context.Context) (n int, err error) {
	conn, err := dial.One(ctx, s.dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, "select count(*) from users").Scan(&n)
	return n, err
}
