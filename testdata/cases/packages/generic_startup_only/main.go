// The box that opens is asked at start-up, another one by the handler: instances do not mix.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/generic_startup_only/lazy"
)

func main() {
	pools := lazy.Put(func() *sql.DB {
		db, _ := sql.Open("pgx", "x") // want startup|factory
		return db
	})
	db := pools.Get()
	names := lazy.Put(func() string { return "n" })
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _, _ = names.Get(), db.Ping() })
	_ = http.ListenAndServe(":8080", nil)
}
