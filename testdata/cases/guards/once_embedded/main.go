// The sync.Once is embedded, and asked for behind an interface.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type provider interface{ pool() *sql.DB }

type lazy struct {
	sync.Once
	db *sql.DB
}

func (l *lazy) pool() *sql.DB {
	l.Do(l.open)
	return l.db
}

func (l *lazy) open() {
	l.db, _ = sql.Open("pgx", os.Getenv("DSN")) // want singleton
}

type server struct{ p provider }

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	_ = s.p.pool().PingContext(r.Context())
}

func main() {
	s := &server{p: &lazy{}}
	http.HandleFunc("/", s.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
