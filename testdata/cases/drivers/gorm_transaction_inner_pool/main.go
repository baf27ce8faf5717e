// The callback of Transaction runs for the handler: a pool in it is reported.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

func (s *store) move(w http.ResponseWriter, r *http.Request) {
	_ = s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		old, err := sql.Open("mysql", os.Getenv("OLD")) // want violation SL101
		if err != nil {
			return err
		}
		defer old.Close()
		return tx.Exec("update moved set done = true").Error
	})
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/move", (&store{db: db}).move)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
