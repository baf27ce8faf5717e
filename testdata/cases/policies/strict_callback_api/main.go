//policy: strict

// Strict: a callback API is no approval either.
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
	_ = s.db.Transaction(func(tx *gorm.DB) error { // want violation SL103
		return tx.Exec("update profile set name = ?", r.FormValue("name")).Error
	})
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).rename)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
