// Package pages says what a source of pages is.
package pages

import "example.com/cases/multi/unexported_type/internal/sqlpages"

// Source has pages.
type Source interface{ Touch(path string) error }

// Default is the source of this program.
func Default() Source { return sqlpages.New("PAGES") }
