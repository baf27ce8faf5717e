package store_test

import (
	"database/sql"
	"fmt"
	"testing"

	store "example.com/cases/tests/example_without_tests"
)

func Example() {
	db, err := sql.Open("pgx", "postgres://localhost/shop") // want doc
	if err != nil {
		return
	}
	fmt.Println(store.New(db).Ping())
}

func TestPing(t *testing.T) {
	db, err := sql.Open("pgx", "postgres://localhost/shop") // not listed without -tests
	if err != nil {
		t.Skip(err)
	}
	_ = store.New(db).Ping()
}
