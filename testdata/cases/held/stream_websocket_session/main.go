//policy: relaxed

// A session is opened when the socket opens and kept as long as it is.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gorilla/websocket"
	"xorm.io/xorm"
)

type store struct {
	db *xorm.Engine
	up websocket.Upgrader
}

type message struct{ Text string }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	ws, err := s.up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer ws.Close()
	sess := s.db.NewSession() // want request-session
	defer sess.Close()
	if err := sess.Begin(); err != nil { // want request-session
		return
	}
	for {
		_, data, err := ws.ReadMessage() // want SL301
		if err != nil {
			return
		}
		if _, err := sess.Insert(&message{Text: string(data)}); err != nil {
			return
		}
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
