// dig: what a handler invokes runs at once, for the request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"go.uber.org/dig"
)

type config struct{ dsn string }

func newConfig() *config { return &config{dsn: os.Getenv("DSN")} }

func main() {
	c := dig.New()
	if err := c.Provide(newConfig); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = c.Invoke(func(cfg *config) error {
			db, err := sql.Open("pgx", cfg.dsn) // want violation SL101
			if err != nil {
				return err
			}
			defer db.Close()
			return db.PingContext(r.Context())
		})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
