// xorm: a notification is sent in the background with the request's session.
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

func notify(sess *xorm.Session) {
	if _, err := sess.Insert(&item{}); err != nil {
		log.Print(err)
	}
}

func (s *store) run(ctx context.Context) error {
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	if _, err := sess.Get(&item{}); err != nil {
		return err
	}
	go notify(sess) // want SL303
	return nil
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
