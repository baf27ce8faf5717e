// Query objects that gorm.io/gen writes, of the pool and of the transaction, in a transaction of gorm and in one of their own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"example.com/cases/drivers/gormgen/query"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type txKey struct{}

type store struct {
	db *gorm.DB
	q  *query.Query
}

func (s *store) rename(w http.ResponseWriter, r *http.Request) {
	err := s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := tx.Exec("update users set name = upper(name)").Error; err != nil {
			return err
		}
		_, err := query.Q.User.WithContext(r.Context()).Where().First() // want SL202
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) add(w http.ResponseWriter, r *http.Request) {
	err := query.Q.Transaction(func(tx *query.Query) error {
		if err := tx.User.WithContext(r.Context()).Create(&query.Users{}); err != nil {
			return err
		}
		u := query.User
		ctx := context.WithValue(r.Context(), txKey{}, tx) // in which the query object does not look
		_, _, err := u.WithContext(ctx).FindByPage(0, 10)  // want SL202
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) renamed(w http.ResponseWriter, r *http.Request) {
	if _, err := s.q.User.WithContext(r.Context()).First(); err != nil {
		return
	}
	err := s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		_, err := query.Use(tx).User.WithContext(r.Context()).Where().First()
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
	_, _ = s.q.User.WithContext(r.Context()).Where().First()
}

func (s *store) added(w http.ResponseWriter, r *http.Request) {
	err := s.q.Transaction(func(tx *query.Query) error {
		u := tx.User
		do := u.WithContext(r.Context())
		if err := do.Create(&query.Users{}); err != nil {
			return err
		}
		_, err := do.Where().First()
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	query.SetDefault(db)
	s := &store{db: db, q: query.Use(db)}
	http.HandleFunc("/rename", s.rename)
	http.HandleFunc("/add", s.add)
	http.HandleFunc("/renamed", s.renamed)
	http.HandleFunc("/added", s.added)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
