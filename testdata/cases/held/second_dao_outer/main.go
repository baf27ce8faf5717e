// The outer data access object is used in its transaction's callback.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type item struct{ ID int }

type dao struct{ db *gorm.DB }

func (d *dao) runInTransaction(fn func(txDao *dao) error) error {
	return d.db.Transaction(func(tx *gorm.DB) error { // want request-session
		return fn(&dao{db: tx})
	})
}

func (d *dao) save(it *item) error { return d.db.Save(it).Error } // want SL202

type store struct{ dao *dao }

func (s *store) run(ctx context.Context) error {
	return s.dao.runInTransaction(func(txDao *dao) error {
		if err := txDao.save(&item{ID: 1}); err != nil {
			return err
		}
		return s.dao.save(&item{ID: 2})
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
	http.HandleFunc("/", (&store{dao: &dao{db: db}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
