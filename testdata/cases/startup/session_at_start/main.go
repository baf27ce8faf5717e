// Sessions of start-up code, and a derived acquirer that only start-up calls.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type storage struct{ engine *xorm.Engine }

func (s *storage) session() *xorm.Session {
	return s.engine.NewSession() // want factory
}

func (s *storage) seed() error {
	sess := s.session() // want startup
	defer sess.Close()
	_, err := sess.Insert(&struct{ Name string }{"admin"})
	return err
}

func main() {
	engine, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &storage{engine: engine}
	if err := s.seed(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _, _ = s.engine.Get(&struct{}{}) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
