// A set-up function fills a package variable that the handlers use.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

var db *gorm.DB

func setup() error {
	var err error
	db, err = gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		return err
	}
	return db.Transaction(func(tx *gorm.DB) error { // want startup
		return tx.Exec("create table if not exists notes (id int)").Error
	})
}

func main() {
	if err := setup(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		var n int64
		db.WithContext(r.Context()).Table("notes").Count(&n)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
