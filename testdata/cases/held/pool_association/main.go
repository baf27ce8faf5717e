// gorm: an association that is taken from the transaction goes where the transaction goes.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type album struct{ ID int }

type user struct {
	ID     int
	Albums []album
}

type server struct{ db *gorm.DB }

func (s *server) albums(w http.ResponseWriter, r *http.Request) {
	err := s.db.WithContext(r.Context()).Transaction(func(tx *gorm.DB) error { // want request-session
		var u user
		if err := tx.First(&u, r.FormValue("id")).Error; err != nil {
			return err
		}
		var list []album
		if err := tx.Model(&u).Association("Albums").Find(&list); err != nil {
			return err
		}
		return tx.Model(&u).Association("Albums").Clear()
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *server) clear(w http.ResponseWriter, r *http.Request) {
	err := s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		var u user
		if err := tx.First(&u, r.FormValue("id")).Error; err != nil {
			return err
		}
		return s.db.Model(&u).Association("Albums").Clear() // want SL202
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
	s := &server{db}
	http.HandleFunc("/albums", s.albums)
	http.HandleFunc("/clear", s.clear)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
