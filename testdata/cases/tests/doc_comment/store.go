// Package store shows its use in a doc comment, which is no code.
//
// A program opens one pool and shares it:
//
//	db, err := sql.Open("pgx", dsn) // want doc
//	if err != nil {
//		log.Fatal(err)
//	}
//	s := store.New(db)
package store

import "database/sql"

// Store counts rows.
type Store struct{ db *sql.DB }

// New uses the pool that it is given.
func New(db *sql.DB) *Store { return &Store{db: db} }

// Count counts rows. Inside a transaction:
//
//	tx, err := db.Begin() // want doc
//	defer tx.Rollback()
func (s *Store) Count() (n int, err error) {
	err = s.db.QueryRow("select count(*) from t").Scan(&n)
	return n, err
}
