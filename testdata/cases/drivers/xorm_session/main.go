// Sessions: a derived acquirer called by a handler, and by a repository that closes what it got.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type db struct{ engine *xorm.Engine }

func (d *db) NewSession() *xorm.Session {
	return d.engine.NewSession() // want request-session
}

type item struct{ Name string }

func (d *db) save(i *item) error {
	s := d.NewSession() // want request-session
	defer s.Close()
	_, err := s.Insert(i)
	return err
}

func (d *db) good(w http.ResponseWriter, r *http.Request) { _ = d.save(&item{r.FormValue("name")}) }

func (d *db) bad(w http.ResponseWriter, r *http.Request) {
	s := d.NewSession() // want violation SL103
	// chain: (*db).bad
	defer s.Close()
	if _, err := s.Insert(&item{r.FormValue("name")}); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	engine, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	d := &db{engine: engine}
	http.HandleFunc("/good", d.good)
	http.HandleFunc("/bad", d.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
