// Package pluginmail opens when it registers.
package pluginmail

import (
	"database/sql"
	"log"
	"os"

	"example.com/cases/multi/registry/registry"
)

type plugin struct{ db *sql.DB }

func init() {
	db, err := sql.Open("pgx", os.Getenv("OUTBOX")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	registry.Register("mail", &plugin{db: db})
}

// Do writes into the outbox.
func (p *plugin) Do(arg string) error {
	_, err := p.db.Exec("insert into outbox values ($1)", arg)
	return err
}
