// gorm: the callback of the transaction calls a web service.
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

func (s *store) run(ctx context.Context) error {
	return s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		if err := tx.Exec("update items set seen = true").Error; err != nil {
			return err
		}
		resp, err := http.Get("https://hook.example") // want SL302
		if err != nil {
			return err
		}
		return resp.Body.Close()
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
