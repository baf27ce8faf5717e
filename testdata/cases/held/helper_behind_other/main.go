// A shared begin helper is called while a transaction from elsewhere is held: by two functions, of which each is told.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type order struct{ ID int }

type unit interface {
	Do(fn func(tx *gorm.DB) error) error
}

type units struct{ db *gorm.DB }

func (u *units) Do(fn func(tx *gorm.DB) error) error {
	return u.db.Transaction(func(tx *gorm.DB) error { return fn(tx) }) // want request-session
}

type service struct {
	db    *gorm.DB
	units unit
}

func (s *service) number() error {
	return s.units.Do(func(tx *gorm.DB) error { // want SL201
		return tx.Exec("update numbers set n = n + 1").Error
	})
}

func (s *service) audit() error {
	return s.units.Do(func(tx *gorm.DB) error { // want SL201
		return tx.Exec("insert into audit default values").Error
	})
}

func (s *service) place(o *order) error {
	err := s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := s.number(); err != nil {
			return err
		}
		if err := tx.Create(o).Error; err != nil {
			return err
		}
		return s.audit()
	})
	if err != nil {
		return err
	}
	return s.units.Do(func(tx *gorm.DB) error { return tx.Save(o).Error })
}

func (s *service) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.place(&order{}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&service{db: db, units: &units{db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
