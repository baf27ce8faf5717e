// Package dbutil is a company's own helper module: in no catalog, but it opens
// pools and begins transactions for its callers.
package dbutil

import (
	"context"
	"database/sql"
	"os"
	"sync"
)

// OpenReplica opens a new pool of the named replica.
func OpenReplica(ctx context.Context, name string) (*sql.DB, error) {
	db, err := sql.Open("pgx", dsn(name))
	if err != nil {
		return nil, err
	}
	return db, db.PingContext(ctx)
}

func dsn(name string) string { return os.Getenv("DSN_" + name) }

var (
	once   sync.Once
	shared *sql.DB
)

// Shared opens the company's pool once per process.
func Shared() *sql.DB {
	once.Do(func() { shared, _ = sql.Open("pgx", dsn("MAIN")) })
	return shared
}

// Begin begins a transaction with the company's settings.
func Begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	return db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
}

// Each runs fn for every name.
func Each(names []string, fn func(name string) error) error {
	for _, name := range names {
		if err := fn(name); err != nil {
			return err
		}
	}
	return nil
}

// Healthy asks the pool that it is given.
func Healthy(ctx context.Context, db *sql.DB) bool { return db.PingContext(ctx) == nil }

// Lookup finds names in a registry of which it opens a pool for each call.
type Lookup struct{ DSN string }

// Find opens a pool, asks it and closes it.
func (l *Lookup) Find(ctx context.Context, id string) (string, error) {
	db, err := sql.Open("pgx", l.DSN)
	if err != nil {
		return "", err
	}
	defer db.Close()
	var name string
	err = db.QueryRowContext(ctx, "select name from registry where id = $1", id).Scan(&name)
	return name, err
}
