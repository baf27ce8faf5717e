// A generic repository of the transaction.
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

type repo[T any] struct{ db *gorm.DB }

func newRepo[T any](db *gorm.DB) repo[T] { return repo[T]{db: db} }

func (r repo[T]) save(v *T) error { return r.db.Save(v).Error }

func (s *store) run(ctx context.Context) error {
	return s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		return newRepo[item](tx).save(&item{})
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
