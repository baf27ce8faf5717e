// Package pluginsql opens for each call.
package pluginsql

import (
	"database/sql"
	"os"

	"example.com/cases/multi/registry/registry"
)

type plugin struct{}

func init() { registry.Register("sql", plugin{}) }

// Do opens.
func (plugin) Do(arg string) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: Run -> plugin.Do
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("select $1", arg)
	return err
}
