// A method value is kept in a local variable and called in the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type cache struct{ dsn string }

func (c *cache) reload() error {
	db, err := sql.Open("pgx", c.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func (c *cache) drop() error { return nil }

func main() {
	c := &cache{dsn: os.Getenv("DSN")}
	http.HandleFunc("/cache", func(w http.ResponseWriter, r *http.Request) {
		act := c.drop
		if r.Method == http.MethodPost {
			act = c.reload
		}
		if err := act(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
