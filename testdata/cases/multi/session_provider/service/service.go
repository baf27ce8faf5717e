// Package service saves items.
package service

import "example.com/cases/multi/session_provider/db"

// Save is a unit of work.
func Save(name string) error {
	s := db.NewSession() // want request-session
	defer s.Close()
	_, err := s.Insert(&struct{ Name string }{name})
	return err
}
