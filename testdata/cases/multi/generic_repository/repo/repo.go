// Package repo is a repository of anything.
package repo

import (
	"context"
	"database/sql"
)

// Entity names its table.
type Entity interface{ Table() string }

// Repo reads entities.
type Repo[E Entity] struct{ open func() (*sql.DB, error) }

// New makes a Repo.
func New[E Entity](open func() (*sql.DB, error)) *Repo[E] { return &Repo[E]{open: open} }

// Count counts.
func (r *Repo[E]) Count(ctx context.Context) (n int, err error) {
	db, err := r.open()
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var e E
	err = db.QueryRowContext(ctx, "select count(*) from "+e.Table()).Scan(&n)
	return n, err
}
