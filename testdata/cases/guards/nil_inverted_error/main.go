// Return early, open into a local variable, check the error, store.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type manager struct {
	sync.Mutex
	db *sql.DB
}

func (m *manager) get() (*sql.DB, error) {
	m.Lock()
	defer m.Unlock()
	if m.db != nil {
		return m.db, nil
	}
	conn, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		return nil, err
	}
	if err := conn.Ping(); err != nil {
		_ = conn.Close()
		return nil, err
	}
	m.db = conn
	return m.db, nil
}

func main() {
	m := &manager{}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if db, err := m.get(); err == nil {
			_ = db.PingContext(r.Context())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
