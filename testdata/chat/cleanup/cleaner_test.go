package cleanup_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"example.com/chat/cleanup"
	"example.com/chat/dialog"
	_ "example.com/chat/memdb"
	"example.com/chat/repository"
	"example.com/chat/store"
)

const keep = 24 * time.Hour

func openPool(t *testing.T) *sql.DB {
	t.Helper()
	pool, err := sql.Open("memdb", rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	pool.SetMaxOpenConns(1)
	return pool
}

// add stores a message of the given age.
func add(t *testing.T, pool *sql.DB, age time.Duration) {
	t.Helper()
	message := dialog.Message{Conversation: "c", Role: dialog.User, Created: time.Now().Add(-age)}
	if err := (repository.Messages{}).Add(t.Context(), pool, message); err != nil {
		t.Fatal(err)
	}
}

func stored(t *testing.T, pool *sql.DB) int {
	t.Helper()
	messages, err := repository.Messages{}.List(t.Context(), pool, "c")
	if err != nil {
		t.Fatal(err)
	}
	return len(messages)
}

func TestRunSweepsAtEveryTick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		pool := openPool(t)
		defer pool.Close()
		add(t, pool, keep-30*time.Minute) // too old at the first tick
		add(t, pool, keep-90*time.Minute) // at the second
		add(t, pool, 0)

		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		go cleanup.New(pool, repository.Messages{}, keep).Run(ctx, time.Hour)

		for tick, want := range []int{2, 1, 1} {
			time.Sleep(time.Hour)
			synctest.Wait()
			if got := stored(t, pool); got != want {
				t.Errorf("%d messages after tick %d, want %d", got, tick+1, want)
			}
			if n := pool.Stats().InUse; n != 0 {
				t.Errorf("%d connections in use after tick %d, want 0", n, tick+1)
			}
		}
	})
}

// failing deletes, then fails.
type failing struct{ repository.Messages }

func (f failing) DeleteBefore(ctx context.Context, db store.Querier, cutoff time.Time) (int64, error) {
	if _, err := f.Messages.DeleteBefore(ctx, db, cutoff); err != nil {
		return 0, err
	}
	return 0, errors.New("disk is full")
}

func TestSweepThatFailsDeletesNothing(t *testing.T) {
	pool := openPool(t)
	defer pool.Close()
	add(t, pool, 2*keep)
	if _, err := cleanup.New(pool, failing{}, keep).Sweep(t.Context()); err == nil {
		t.Error("no error of a sweep that fails")
	}
	if n := pool.Stats().InUse; n != 0 {
		t.Errorf("%d connections in use after a failure, want 0", n)
	}
	if got := stored(t, pool); got != 1 {
		t.Errorf("%d messages after a failure, want 1", got)
	}
}
