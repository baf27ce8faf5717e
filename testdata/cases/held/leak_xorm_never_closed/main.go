// xorm: a session is never closed. It holds nothing until it begins, so no connection leaks.
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
	sess := s.db.NewSession() // want violation SL103
	_, err := sess.Get(&item{})
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
