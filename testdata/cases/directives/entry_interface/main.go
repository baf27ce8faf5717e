// The methods of an interface that is declared to be of handlers are entry points of the types that implement it; their other methods, and other types, are not.
package main

import (
	"database/sql"

	"example.com/cases/directives/entry_interface/bus"
)

type orders struct{}

func (*orders) Consume(body string) error { return open(body) }

func (*orders) Name() string {
	db, err := sql.Open("pgx", "name") // want unreachable
	if err != nil {
		return ""
	}
	_ = db.Close()
	return "orders"
}

func open(dsn string) error {
	db, err := sql.Open("pgx", dsn) // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

type label struct{}

func (label) Name() string { return "label" }

func (label) Consume() error {
	db, err := sql.Open("pgx", "label") // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	var b bus.Bus
	b.Add(&orders{})
	b.Note(label{})
}
