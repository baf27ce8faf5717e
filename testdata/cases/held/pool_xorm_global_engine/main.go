// xorm: a helper reaches for a package's engine while its caller has the session in a parameter.
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

var x *xorm.Engine

func (it *item) load() (bool, error) { return x.Get(it) } // want SL202

func readOne(sess *xorm.Session, it *item) error {
	_, err := it.load()
	return err
}

func (s *store) run(ctx context.Context) error {
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	if err := sess.Begin(); err != nil { // want request-session
		return err
	}
	if err := readOne(sess, &item{}); err != nil {
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
	x = db
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
