// Package orders is passed the framework's context by its callers, and is no handler.
package orders

import (
	"database/sql"

	"github.com/gin-gonic/gin"
)

// Service keeps orders.
type Service struct{ DB *sql.DB }

// Create inserts an order.
func (s *Service) Create(c *gin.Context) error {
	tx, err := s.DB.BeginTx(c.Request.Context(), nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(c.Request.Context(), "insert into orders default values"); err != nil {
		return err
	}
	return tx.Commit()
}
