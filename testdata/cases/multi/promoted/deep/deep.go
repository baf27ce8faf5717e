// Package deep opens.
package deep

import "database/sql"

// Source knows where.
type Source struct{ DSN string }

// Fresh opens a pool.
func (s *Source) Fresh() (*sql.DB, error) {
	return sql.Open("pgx", s.DSN) // want violation SL101
	// chain: (*Handler).Orders -> (*Source).Fresh
}
