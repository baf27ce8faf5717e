// Functions that become values of a type which is declared to be of handlers are entry points, in whatever package; those of another type are not.
package main

import (
	"database/sql"

	"example.com/cases/directives/entry_functype/web"
)

func orders(path string) error {
	db, err := sql.Open("pgx", path) // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func naming(name string) error {
	db, err := sql.Open("pgx", name) // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}

func unused(path string) error {
	db, err := sql.Open("pgx", path) // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	r := web.New(naming)
	r.Add("/orders", orders)
	r.Add("/refunds", func(path string) error {
		db, err := sql.Open("pgx", path) // want violation SL101
		if err != nil {
			return err
		}
		return db.Close()
	})
}
