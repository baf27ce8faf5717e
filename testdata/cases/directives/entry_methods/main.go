// The exported methods of a type that is declared to be a handler are entry points; what it keeps to itself, and its constructor, are not.
package main

import (
	"database/sql"
	"os"
)

// Orders is bound to routes by its methods' names.
//
//sessionlint:entry request bound by reflection in the framework
type Orders struct{ db *sql.DB }

func NewOrders() (*Orders, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want factory
	if err != nil {
		return nil, err
	}
	return &Orders{db}, nil
}

func (o *Orders) List(page int) error {
	db, err := sql.Open("pgx", "list") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func (o *Orders) migrate() error {
	db, err := sql.Open("pgx", "migrate") // want startup
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	o, err := NewOrders()
	if err == nil {
		_ = o.migrate()
	}
}
