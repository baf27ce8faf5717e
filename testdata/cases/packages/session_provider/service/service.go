// Package service is a unit of work.
package service

import (
	"context"

	"example.com/cases/packages/session_provider/db"
)

// Pay ends what it takes.
func Pay(ctx context.Context, s *db.Store) error {
	tx, err := s.NewSession(ctx) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return tx.Commit()
}
