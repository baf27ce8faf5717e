// The concrete type comes out of UnmarshalJSON, which only reflection calls.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type store interface{ save(r *http.Request) error }

type postgres struct{ DSN string }

func (p *postgres) save(r *http.Request) error {
	db, err := sql.Open("pgx", p.DSN) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(r.Context(), "insert into t default values")
	return err
}

type config struct{ store store }

var kinds = map[string]func() store{"postgres": func() store { return new(postgres) }}

func (c *config) UnmarshalJSON(data []byte) error {
	var raw struct {
		Kind   string
		Config json.RawMessage
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	c.store = kinds[raw.Kind]()
	return json.Unmarshal(raw.Config, c.store)
}

func main() {
	data, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.Unmarshal(data, &c); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := c.store.save(r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
