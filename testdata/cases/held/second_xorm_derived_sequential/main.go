// xorm: two sessions in one request, the first closed by hand before the second.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type store struct{ db *xorm.Engine }

type item struct{ ID int64 }

var x *xorm.Engine

func newSession() *xorm.Session { return x.NewSession() } // want request-session

func deleteFile(id int64) error {
	sess := newSession() // want request-session
	defer sess.Close()
	if _, err := sess.Delete(&item{ID: id}); err != nil {
		return err
	}
	return nil
}

func find() ([]item, error) {
	var out []item
	sess := newSession() // want request-session
	err := sess.Find(&out)
	if err := sess.Close(); err != nil {
		return nil, err
	}
	return out, err
}

func serve(w http.ResponseWriter, r *http.Request) {
	if err := remove(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func remove() error {
	all, err := find()
	if err != nil {
		return err
	}
	for _, it := range all {
		if err := func() error { return deleteFile(it.ID) }(); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	db, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	x = db
	http.HandleFunc("/", serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
