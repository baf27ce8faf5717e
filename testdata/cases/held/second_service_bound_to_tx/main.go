// gorm: the service is made from the transaction, so its own is a savepoint.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

type item struct{ ID int }

type billing struct{ db *gorm.DB }

func (b *billing) charge() error {
	return b.db.Transaction(func(tx *gorm.DB) error { // want request-session
		return tx.Create(&item{}).Error
	})
}

func (s *store) run(ctx context.Context) error {
	return s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := tx.Create(&item{}).Error; err != nil {
			return err
		}
		return (&billing{db: tx}).charge()
	})
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
