// xorm: the caller holds a session and passes none.
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

func (s *store) allowed(sessions ...*xorm.Session) (bool, error) {
	if len(sessions) > 0 {
		return sessions[0].Get(&item{})
	}
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	return sess.Get(&item{})
}

func (s *store) run(ctx context.Context) error {
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	if err := sess.Begin(); err != nil { // want request-session
		return err
	}
	if _, err := s.allowed(); err != nil { // want SL201
		return err
	}
	if _, err := sess.Get(&item{}); err != nil {
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
