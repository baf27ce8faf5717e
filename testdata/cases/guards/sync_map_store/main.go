// sync.Map: Load under a mutex, then Store.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type tenants struct {
	mu    sync.Mutex
	pools sync.Map
}

var all tenants

func (t *tenants) get(tenant string) *sql.DB {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, ok := t.pools.Load(tenant)
	if !ok {
		db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
		if err != nil {
			log.Fatal(err)
		}
		t.pools.Store(tenant, db)
		return db
	}
	return v.(*sql.DB)
}

func pool(tenant string) *sql.DB { return all.get(tenant) }

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
