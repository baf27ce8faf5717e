// gorm: a repository of the same type is made from the transaction.
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

type items struct{ db *gorm.DB }

func (r *items) add() error { return r.db.Create(&item{}).Error }

func newItems(db *gorm.DB) *items { return &items{db: db} }

func (s *store) run(ctx context.Context) error {
	return s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error { // want request-session
		if err := (&items{db: tx}).add(); err != nil {
			return err
		}
		return newItems(tx).add()
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
