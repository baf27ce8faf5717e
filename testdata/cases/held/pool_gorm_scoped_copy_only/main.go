// gorm: everything goes through the copy that is bound to the transaction.
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

func (s *store) with(tx *gorm.DB) *store { return &store{db: tx} }

func (s *store) add() error { return s.db.Create(&item{}).Error }

func (s *store) run(ctx context.Context) error {
	return s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error { // want request-session
		bound := s.with(tx)
		if err := bound.add(); err != nil {
			return err
		}
		return bound.add()
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
