// xorm: an explicit Close without defer ends the first session, and a closure per item takes its own.
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
	sess := s.db.NewSession() // want request-session
	var all []item
	err := sess.Find(&all)
	_ = sess.Close()
	if err != nil {
		return err
	}
	for _, it := range all {
		err := func() error {
			own := s.db.NewSession() // want request-session
			defer own.Close()
			if err := own.Begin(); err != nil { // want request-session
				return err
			}
			if _, err := own.Delete(&it); err != nil {
				return err
			}
			return own.Commit()
		}()
		if err != nil {
			return err
		}
	}
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
