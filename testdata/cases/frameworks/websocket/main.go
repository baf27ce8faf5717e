//policy: request=relaxed,stream=standard

// A handler that upgrades is a stream; a pool is wrong in it in any case.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/gorilla/websocket"
)

type server struct {
	db *sql.DB
	up websocket.Upgrader
}

func (s *server) chat(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(r.Context(), nil) // want violation SL103
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if _, err := tx.ExecContext(r.Context(), "insert into visitors values (1)"); err != nil {
		_ = tx.Rollback()
		return
	}
	if err := tx.Commit(); err != nil {
		return
	}
	ws, err := s.up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer ws.Close()
	history, err := sql.Open("pgx", os.Getenv("HISTORY")) // want violation SL101
	if err != nil {
		return
	}
	_ = history.Close()
	_ = ws.WriteMessage(websocket.TextMessage, []byte("welcome"))
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/chat", (&server{db: db}).chat)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
