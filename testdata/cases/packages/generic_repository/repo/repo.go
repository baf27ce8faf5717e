// Package repo is generic over the row.
package repo

import "database/sql"

// Repo finds rows.
type Repo[T any] struct{ open func() (*sql.DB, error) }

// New makes a repository.
func New[T any](open func() (*sql.DB, error)) *Repo[T] { return &Repo[T]{open: open} }

// Find finds one row.
func (r *Repo[T]) Find(id string) (row T, err error) {
	db, err := r.open()
	if err != nil {
		return row, err
	}
	return row, db.Ping()
}
