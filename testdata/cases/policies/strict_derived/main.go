//policy: strict

// Strict: the call of a derived acquirer is reported, not the line inside it.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type db struct{ engine *xorm.Engine }

func (d *db) session() *xorm.Session {
	return d.engine.NewSession() // want request-session
}

func (d *db) save(name string) error {
	s := d.session() // want violation SL103
	defer s.Close()
	_, err := s.Insert(&struct{ Name string }{name})
	return err
}

func (d *db) show(w http.ResponseWriter, r *http.Request) { _ = d.save(r.FormValue("name")) }

func main() {
	engine, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&db{engine: engine}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
