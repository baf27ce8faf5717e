package main

import (
	"database/sql"
	"os"
	"testing"
)

func TestOpen(t *testing.T) {
	db, err := openForTests()
	if err != nil {
		t.Skip(err)
	}
	_ = db.Close()
	other, err := sql.Open("pgx", os.Getenv("OTHER_DSN")) // not listed without -tests
	if err == nil {
		_ = other.Close()
	}
}
