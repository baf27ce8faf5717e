package store_test

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/cases/tests/example_function_tests"
)

func ExampleNew() {
	db, err := sql.Open("pgx", "postgres://localhost/shop") // want doc
	if err != nil {
		return
	}
	s := store.New(db)
	fmt.Println(s.Count("orders"))
}

func Example() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", "postgres://localhost/shop") // want doc
		if err == nil {
			_ = db.Close()
		}
	})
}
