// The callback API owns the end: a unit of work also in the handler's own body.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

func (s *store) rename(w http.ResponseWriter, r *http.Request) {
	err := s.db.WithContext(r.Context()).Transaction(func(tx *gorm.DB) error { // want request-session
		return tx.Exec("update profile set name = ?", r.FormValue("name")).Error
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/rename", (&store{db: db}).rename)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
