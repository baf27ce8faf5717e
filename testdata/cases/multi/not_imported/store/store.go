// Package store opens.
package store

import "database/sql"

// First leads on.
type First struct{}

// Next is another type.
func (*First) Next() *Second { return nil }

// Second opens.
type Second struct{}

// Open opens a pool.
func (*Second) Open() (*sql.DB, error) {
	return sql.Open("pgx", "second") // want violation SL101
}

// Field opens.
type Field struct{}

// Open opens a pool.
func (Field) Open() (*sql.DB, error) {
	return sql.Open("pgx", "field") // want violation SL101
}

// Embedded opens.
type Embedded struct{}

// OpenEmbedded opens a pool.
func (*Embedded) OpenEmbedded() (*sql.DB, error) {
	return sql.Open("pgx", "embedded") // want violation SL101
}

// Alias opens.
type Alias struct{}

// Open opens a pool.
func (*Alias) Open() (*sql.DB, error) {
	return sql.Open("pgx", "alias") // want violation SL101
}

// Element opens.
type Element struct{}

// Open opens a pool.
func (*Element) Open() (*sql.DB, error) {
	return sql.Open("pgx", "element") // want violation SL101
}

// Argument opens.
type Argument struct{}

// Open opens a pool.
func (*Argument) Open() (*sql.DB, error) {
	return sql.Open("pgx", "argument") // want violation SL101
}

// Param opens.
type Param struct{}

// Open opens a pool.
func (Param) Open() (*sql.DB, error) {
	return sql.Open("pgx", "param") // want violation SL101
}

// Converted opens.
type Converted struct{}

// Open opens a pool.
func (*Converted) Open() (*sql.DB, error) {
	return sql.Open("pgx", "converted") // want violation SL101
}
