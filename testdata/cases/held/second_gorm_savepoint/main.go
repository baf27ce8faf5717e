// gorm: SavePoint and RollbackTo stay on the transaction.
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

func (s *store) run(ctx context.Context) error {
	return s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := tx.SavePoint("a").Error; err != nil {
			return err
		}
		if err := tx.Create(&item{}).Error; err != nil {
			tx.RollbackTo("a")
		}
		return nil
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
