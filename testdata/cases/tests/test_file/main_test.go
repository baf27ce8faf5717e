package main

import (
	"database/sql"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	db, err := sql.Open("pgx", os.Getenv("TEST_DSN")) // want test
	if err != nil {
		os.Exit(1)
	}
	_ = db.Close()
	os.Exit(m.Run())
}

func open(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", os.Getenv("TEST_DSN")) // want test
	if err != nil {
		t.Skip(err)
	}
	return db
}

func TestCount(t *testing.T) {
	db := open(t)
	t.Run("in a transaction", func(t *testing.T) {
		tx, err := db.Begin() // want test
		if err != nil {
			t.Skip(err)
		}
		defer tx.Rollback()
		if _, err := count(db); err == nil {
			t.Log("counted")
		}
	})
}

func BenchmarkCount(b *testing.B) {
	db, err := sql.Open("pgx", os.Getenv("TEST_DSN")) // want test
	if err != nil {
		b.Skip(err)
	}
	for b.Loop() {
		_, _ = count(db)
	}
}
