// Package target has the targets, as unexported types.
package target

import (
	"database/sql"
	"os"
)

type orders struct{}

func (orders) Open() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("ORDERS")) // want violation SL101
}

type archive struct{}

func (archive) Open() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("ARCHIVE")) // want factory
}

// Orders is one target.
func Orders() orders { return orders{} }

// Archive is another one.
func Archive() archive { return archive{} }
