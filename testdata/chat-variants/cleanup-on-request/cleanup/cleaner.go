// Package cleanup deletes what the service need not keep.
package cleanup

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"time"

	"example.com/chat/store"
)

// Purger deletes what is older than cutoff and returns how much that was.
type Purger interface {
	DeleteBefore(ctx context.Context, db store.Querier, cutoff time.Time) (int64, error)
}

// Cleaner deletes old messages from time to time.
type Cleaner struct {
	pool     *sql.DB
	messages Purger
	keep     time.Duration
}

// New returns a cleaner that keeps messages for the given time.
func New(pool *sql.DB, messages Purger, keep time.Duration) *Cleaner {
	return &Cleaner{pool: pool, messages: messages, keep: keep}
}

// Run sweeps at every tick until ctx ends. A sweep that fails is logged and
// tried again at the next tick: old messages do no harm for one tick more.
func (c *Cleaner) Run(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			deleted, err := c.Sweep(ctx)
			if err != nil {
				slog.Error("cleanup", "error", err)
				continue
			}
			slog.Info("cleanup", "deleted", deleted)
		}
	}
}

// Begin takes a fresh session for one sweep. The caller commits it or rolls
// it back.
func (c *Cleaner) Begin(ctx context.Context) (*sql.Tx, error) {
	tx, err := c.pool.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin a sweep: %w", err)
	}
	return tx, nil
}

// Sweep deletes what is too old now, in a session of its own.
func (c *Cleaner) Sweep(ctx context.Context) (int64, error) {
	tx, err := c.Begin(ctx)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // does nothing after Commit

	deleted, err := c.messages.DeleteBefore(ctx, tx, time.Now().Add(-c.keep))
	if err != nil {
		return 0, fmt.Errorf("sweep: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return 0, fmt.Errorf("commit a sweep: %w", err)
	}
	return deleted, nil
}
