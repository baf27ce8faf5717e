// A derived acquirer around a derived acquirer.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

var engine *xorm.Engine

func newSession() *xorm.Session {
	return engine.NewSession() // want request-session
}

func auditedSession(user string) *xorm.Session {
	s := newSession() // want request-session
	log.Print("session of ", user)
	return s
}

func show(w http.ResponseWriter, r *http.Request) {
	s := auditedSession(r.Header.Get("X-User")) // want violation SL103
	defer s.Close()
	_, _ = s.Insert(&struct{ Path string }{r.URL.Path})
}

func main() {
	var err error
	engine, err = xorm.NewEngine("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
