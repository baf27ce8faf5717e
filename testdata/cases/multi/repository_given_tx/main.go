// A repository on the pool is given a transaction for one call, which does not put it on that; a form is.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"example.com/cases/multi/repository_given_tx/repo"
	"example.com/cases/multi/repository_given_tx/service"
)

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &service.Users{DB: db, Repo: &repo.Users{DB: db}}
	http.HandleFunc("/users", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Add(r.FormValue("name")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/forms", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Submit(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
