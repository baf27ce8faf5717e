// A websocket is read inside the transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/gorilla/websocket"
)

type store struct {
	db *sql.DB
	up websocket.Upgrader
}

func (s *store) talk(ctx context.Context, ws *websocket.Conn) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var in struct{ Text string }
	if err := ws.ReadJSON(&in); err != nil { // want SL301
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into messages values ($1)", in.Text); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	ws, err := s.up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer ws.Close()
	if err := s.talk(r.Context(), ws); err != nil {
		log.Print(err)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
