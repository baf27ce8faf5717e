// Package jobs registers a function that opens.
package jobs

import (
	"database/sql"

	"example.com/cases/packages/function_table/registry"
)

func init() { registry.Add("clean", clean) }

func clean() error {
	db, err := sql.Open("pgx", "x") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}
