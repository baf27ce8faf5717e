// Session, WithContext, Debug and the like only derive a handle from the shared pool.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	fresh := s.db.Session(&gorm.Session{NewDB: true})
	db := fresh.WithContext(r.Context()).Debug().Model(&struct{}{})
	var n int64
	if err := db.Where("id = ?", r.FormValue("id")).Count(&n).Error; err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
	if raw, err := s.db.DB(); err == nil {
		log.Print(raw)
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
