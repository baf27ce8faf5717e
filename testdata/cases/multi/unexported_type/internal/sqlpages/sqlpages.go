// Package sqlpages keeps pages in a database.
package sqlpages

import (
	"database/sql"
	"os"
)

type source struct{ name string }

// New returns a value of an unexported type.
func New(name string) *source { return &source{name: name} }

func (s *source) Touch(path string) error {
	db, err := sql.Open("pgx", os.Getenv(s.name)) // want violation SL101
	// chain: (*handler).ServeHTTP -> (*source).Touch
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("update pages set seen = now() where path = $1", path)
	return err
}
