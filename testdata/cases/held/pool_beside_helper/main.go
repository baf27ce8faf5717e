//policy: relaxed

// gorm: a method that is given the transaction and does not keep it leaves its receiver on the pool.
package main

import (
	"log"
	"net/http"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type item struct{ ID int }

type store struct{ db *gorm.DB }

func (s *store) write(tx *gorm.DB, n int) error { return tx.Create(&item{n}).Error }

func (s *store) use(tx *gorm.DB) { s.db = tx }

func (s *store) beside(n int) error {
	return s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := s.db.Where("id = ?", n).First(&item{}).Error; err != nil { // want SL202
			return err
		}
		return s.write(tx, n)
	})
}

func (s store) joined(n int) error {
	tx := s.db.Begin() // want request-session
	defer tx.Rollback()
	s.use(tx)
	if err := s.db.Where("id = ?", n).First(&item{}).Error; err != nil {
		return err
	}
	return tx.Commit().Error
}

func main() {
	db, err := gorm.Open(postgres.Open("dsn")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := store{db}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.beside(1)
		s.joined(1)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
