// xorm: a helper makes a session of its own while its caller has one in a parameter.
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
	sess := newSession() // want violation SL201
	defer sess.Close()
	if _, err := sess.Delete(&item{ID: id}); err != nil {
		return err
	}
	return nil
}

func deleteItem(sess *xorm.Session, id int64) error {
	if _, err := sess.Delete(&item{ID: id}); err != nil {
		return err
	}
	return deleteFile(id)
}

func serve(w http.ResponseWriter, r *http.Request) {
	if err := remove(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func remove() error {
	sess := newSession() // want request-session
	defer sess.Close()
	if err := sess.Begin(); err != nil { // want request-session
		return err
	}
	if err := deleteItem(sess, 1); err != nil {
		return err
	}
	return sess.Commit()
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
