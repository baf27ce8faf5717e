// The checked variable is local, but it is a copy of the field and goes back there.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type lazy struct {
	mu sync.Mutex
	db *sql.DB
}

func (l *lazy) get() *sql.DB {
	l.mu.Lock()
	defer l.mu.Unlock()
	db := l.db
	if db == nil {
		db, _ = sql.Open("pgx", os.Getenv("DSN")) // want singleton
		l.db = db
	}
	return db
}

var shared lazy

func pool() *sql.DB { return shared.get() }

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool().PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
