package store_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"testing"

	_ "example.com/chat/memdb"
	"example.com/chat/store"
)

// openPool returns a pool of one connection: code that takes a second one
// while it holds the first does not end.
func openPool(t *testing.T) *sql.DB {
	t.Helper()
	pool, err := sql.Open("memdb", rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	pool.SetMaxOpenConns(1)
	return pool
}

func insert(t *testing.T, db store.Querier, name string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), "INSERT INTO things (name) VALUES (?)", name); err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, db store.Querier) int {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT name FROM things")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return n
}

func wantInUse(t *testing.T, pool *sql.DB, want int, when string) {
	t.Helper()
	if got := pool.Stats().InUse; got != want {
		t.Errorf("%d connections in use %s, want %d", got, when, want)
	}
}

func TestSessionHoldsConnectionOnlyWhileWorking(t *testing.T) {
	pool := openPool(t)
	session := store.GetDB(t.Context(), pool)
	wantInUse(t, pool, 0, "before the first statement")

	for range 2 { // the session can be used again after Commit
		insert(t, session, "thing")
		wantInUse(t, pool, 1, "while working")
		if err := session.Commit(); err != nil {
			t.Fatal(err)
		}
		wantInUse(t, pool, 0, "after Commit")
	}
	if got := count(t, pool); got != 2 {
		t.Errorf("%d things are stored, want 2", got)
	}
}

func TestSessionRollback(t *testing.T) {
	pool := openPool(t)
	session := store.GetDB(t.Context(), pool)
	insert(t, session, "thing")
	if got := count(t, session); got != 1 {
		t.Errorf("the session sees %d things of its own, want 1", got)
	}
	if err := session.Rollback(); err != nil {
		t.Fatal(err)
	}
	wantInUse(t, pool, 0, "after Rollback")
	if got := count(t, pool); got != 0 {
		t.Errorf("%d things are stored after Rollback, want 0", got)
	}
}

func TestSessionEndsWithNothingBegun(t *testing.T) {
	session := store.GetDB(t.Context(), openPool(t))
	if err := session.Commit(); err != nil {
		t.Error(err)
	}
	if err := session.Rollback(); err != nil {
		t.Error(err)
	}
}

func TestSessionBeginsOnlyWhileRequestLasts(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	session := store.GetDB(ctx, openPool(t))
	cancel()
	if _, err := session.ExecContext(t.Context(), "INSERT INTO things (name) VALUES (?)", "late"); err == nil {
		t.Error("a session began after its request was over")
	}
}
