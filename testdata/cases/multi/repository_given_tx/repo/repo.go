// Package repo keeps users.
package repo

import "gorm.io/gorm"

// User is a user.
type User struct{ Name string }

// Users is on the pool.
type Users struct{ DB *gorm.DB }

// Create writes on what it is given.
func (r *Users) Create(tx *gorm.DB, u *User) error { return tx.Create(u).Error }

// Find reads on the pool.
func (r *Users) Find(name string) (u User, err error) {
	err = r.DB.First(&u, "name = ?", name).Error // want SL202
	// chain: main$1 -> (*Users).Add -> (*Users).Add$1 -> (*Users).Find
	return u, err
}

// Form is put on a transaction.
type Form struct{ db *gorm.DB }

// NewForm makes a form on the pool.
func NewForm(db *gorm.DB) *Form { return &Form{db} }

// SetDB puts the form on a transaction.
func (f *Form) SetDB(db *gorm.DB) { f.db = db }

// Save writes.
func (f *Form) Save() error { return f.db.Create(&User{}).Error }
