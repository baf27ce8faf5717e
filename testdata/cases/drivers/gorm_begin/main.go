// gorm's Begin: in a handler it is the handler's own, in a repository a unit of work.
package main

import (
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type repo struct{ db *gorm.DB }

func (r *repo) add(name string) error {
	tx := r.db.Begin() // want request-session
	defer tx.Rollback()
	if err := tx.Exec("insert into items values (?)", name).Error; err != nil {
		return err
	}
	return tx.Commit().Error
}

type server struct {
	db   *gorm.DB
	repo *repo
}

func (s *server) good(w http.ResponseWriter, r *http.Request) { _ = s.repo.add(r.FormValue("name")) }

func (s *server) bad(w http.ResponseWriter, r *http.Request) {
	tx := s.db.Begin() // want violation SL103
	defer tx.Rollback()
	if err := tx.Exec("insert into items values (?)", r.FormValue("name")).Error; err != nil {
		return
	}
	tx.Commit()
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db, repo: &repo{db: db}}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
