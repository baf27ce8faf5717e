// Package service begins transactions.
package service

import (
	"gorm.io/gorm"

	"example.com/cases/multi/repository_given_tx/repo"
)

// Users adds users.
type Users struct {
	DB   *gorm.DB
	Repo *repo.Users
}

// Add adds one, and reads it on the pool.
func (s *Users) Add(name string) error {
	return s.DB.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := s.Repo.Create(tx, &repo.User{Name: name}); err != nil {
			return err
		}
		_, err := s.Repo.Find(name)
		return err
	})
}

// Submit saves a form on the transaction.
func (s *Users) Submit() error {
	form := repo.NewForm(s.DB)
	return s.DB.Transaction(func(tx *gorm.DB) error { // want request-session
		form.SetDB(tx)
		return form.Save()
	})
}
