// Where and ID of an engine return sessions that close themselves; Transaction owns its end.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

type item struct{ Name string }

type server struct{ engine *xorm.Engine }

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	var i item
	if ok, err := s.engine.Where("name = ?", r.FormValue("name")).Get(&i); err != nil || !ok {
		http.NotFound(w, r)
		return
	}
	_, _ = s.engine.Transaction(func(sess *xorm.Session) (any, error) { // want request-session
		return sess.Exec("update hits set n = n + 1")
	})
}

func main() {
	engine, err := xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{engine: engine}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
