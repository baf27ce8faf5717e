// A data access object joins when it is bound to a transaction already; calls on the outer one do not.
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

type dao struct {
	db   *gorm.DB
	inTx bool
}

func (d *dao) runInTransaction(fn func(txDao *dao) error) error {
	if d.inTx {
		return fn(d)
	}
	return d.db.Transaction(func(tx *gorm.DB) error { // want request-session
		return fn(&dao{db: tx, inTx: true})
	})
}

func (d *dao) save(it *item) error {
	return d.runInTransaction(func(txDao *dao) error { return txDao.db.Save(it).Error })
}

type store struct{ dao *dao }

func (s *store) run(ctx context.Context) error {
	return s.dao.runInTransaction(func(txDao *dao) error {
		if err := txDao.save(&item{ID: 1}); err != nil {
			return err
		}
		return txDao.save(&item{ID: 2})
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
