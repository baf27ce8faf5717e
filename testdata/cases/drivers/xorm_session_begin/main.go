// A repository takes a session and begins on it: one unit of work in two steps.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type repo struct{ engine *xorm.Engine }

func (r *repo) move(from, to string) error {
	s := r.engine.NewSession() // want request-session
	defer s.Close()
	if err := s.Begin(); err != nil { // want request-session
		return err
	}
	if _, err := s.Exec("update items set box = ? where box = ?", to, from); err != nil {
		_ = s.Rollback()
		return err
	}
	return s.Commit()
}

func main() {
	engine, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	rp := &repo{engine: engine}
	http.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) {
		_ = rp.move(r.FormValue("from"), r.FormValue("to"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
