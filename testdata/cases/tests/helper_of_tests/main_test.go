package main

import "testing"

func TestOpen(t *testing.T) {
	db, err := openForTests()
	if err != nil {
		t.Skip(err)
	}
	_ = db.Close()
}
