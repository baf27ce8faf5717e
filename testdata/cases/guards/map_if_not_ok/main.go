// The same cache with `if !ok {}` around the opening.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type registry struct {
	mu    sync.Mutex
	pools map[string]*sql.DB
}

func (g *registry) get(tenant string) *sql.DB {
	g.mu.Lock()
	defer g.mu.Unlock()
	db, ok := g.pools[tenant]
	if !ok {
		db, _ = sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
		g.pools[tenant] = db
	}
	return db
}

var all = &registry{pools: map[string]*sql.DB{}}

func pool(tenant string) *sql.DB { return all.get(tenant) }

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
