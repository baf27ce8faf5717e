// xorm: the callback of Transaction uses its session.
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

func (s *store) run(ctx context.Context) error {
	_, err := s.db.Transaction(func(sess *xorm.Session) (any, error) { // want request-session
		if _, err := sess.Insert(&item{}); err != nil {
			return nil, err
		}
		return sess.Where("seen = ?", false).Get(&item{})
	})
	return err
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
