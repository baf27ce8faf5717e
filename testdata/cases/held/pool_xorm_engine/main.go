// xorm: the engine is asked while a session is open.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type store struct{ db *xorm.Engine }

type item struct{ ID int64 }

func (s *store) load(it *item) error {
	_, err := s.db.Get(it) // want SL202
	return err
}

func (s *store) run(ctx context.Context) error {
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	if err := sess.Begin(); err != nil { // want request-session
		return err
	}
	if err := s.load(&item{}); err != nil {
		return err
	}
	if err := sess.Find(&[]item{}); err != nil {
		return err
	}
	return sess.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
