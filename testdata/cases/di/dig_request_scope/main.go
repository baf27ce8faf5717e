// dig: a scope made by the handler makes its constructors run per request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"go.uber.org/dig"
)

func newDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
}

func main() {
	c := dig.New()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		scope := c.Scope("request")
		if err := scope.Provide(newDB); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_ = scope.Invoke(func(db *sql.DB) error { return db.PingContext(r.Context()) })
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
