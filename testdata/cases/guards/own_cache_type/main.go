// A cache type of the program with Get and Put, used by the same function.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type cache struct {
	mu sync.Mutex
	m  map[string]*sql.DB
}

func (c *cache) Get(key string) (*sql.DB, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	db, ok := c.m[key]
	return db, ok
}

func (c *cache) Put(key string, db *sql.DB) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[key] = db
}

var pools = &cache{m: map[string]*sql.DB{}}

func pool(tenant string) *sql.DB {
	if db, ok := pools.Get(tenant); ok {
		return db
	}
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	pools.Put(tenant, db)
	return db
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
