// dig: constructors are called once per container, and main invokes.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"go.uber.org/dig"
)

func newDB() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want factory
}

type api struct{ db *sql.DB }

func newAPI(db *sql.DB) *api { return &api{db: db} }

func (a *api) show(w http.ResponseWriter, r *http.Request) { _ = a.db.PingContext(r.Context()) }

func main() {
	c := dig.New()
	for _, constructor := range []any{newDB, newAPI} {
		if err := c.Provide(constructor); err != nil {
			log.Fatal(err)
		}
	}
	err := c.Invoke(func(a *api) error {
		warm, err := sql.Open("pgx", os.Getenv("WARM")) // want startup
		if err != nil {
			return err
		}
		_ = warm.Close()
		http.HandleFunc("/", a.show)
		return http.ListenAndServe(":8080", nil)
	})
	log.Fatal(err)
}
