// The nil check is the condition of a loop that tries until the pool is open.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

type store struct {
	mu sync.Mutex
	db *sql.DB
}

func (s *store) pool() *sql.DB {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.db == nil {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		s.db = db
	}
	return s.db
}

func main() {
	s := &store{}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = s.pool().PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
