package memdb_test

import (
	"crypto/rand"
	"database/sql"
	"testing"

	_ "example.com/chat/memdb"
)

func TestStatementsThatAreRefused(t *testing.T) {
	pool, err := sql.Open("memdb", rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	for _, test := range []struct {
		query string
		args  []any
	}{
		{"UPDATE things SET name = ?", []any{"x"}},
		{"INSERT INTO things (name) VALUES (?)", nil},
		{"INSERT INTO things (name, age) VALUES (?)", []any{"x"}},
		{"SELECT name FROM things", nil}, // does not write
	} {
		if _, err := pool.ExecContext(t.Context(), test.query, test.args...); err == nil {
			t.Errorf("no error of %s with %d arguments", test.query, len(test.args))
		}
	}
}

func TestTransactionIsSeenAfterCommit(t *testing.T) {
	pool, err := sql.Open("memdb", rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	tx, err := pool.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(t.Context(), "INSERT INTO things (name) VALUES (?)", "x"); err != nil {
		t.Fatal(err)
	}
	find := func() error {
		var name string
		return pool.QueryRowContext(t.Context(), "SELECT name FROM things WHERE name = ?", "x").Scan(&name)
	}
	if err := find(); err != sql.ErrNoRows {
		t.Errorf("before Commit: error %v, want %v", err, sql.ErrNoRows)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := find(); err != nil {
		t.Errorf("after Commit: %v", err)
	}
}
