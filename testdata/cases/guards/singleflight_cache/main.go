// singleflight with a cache in front of it and filled by it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"

	"golang.org/x/sync/singleflight"
)

var (
	group singleflight.Group
	mu    sync.RWMutex
	pools = map[string]*sql.DB{}
)

func cached(tenant string) (*sql.DB, bool) {
	mu.RLock()
	defer mu.RUnlock()
	db, ok := pools[tenant]
	return db, ok
}

func pool(tenant string) *sql.DB {
	if db, ok := cached(tenant); ok {
		return db
	}
	v, err, _ := group.Do(tenant, func() (any, error) {
		db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
		if err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		pools[tenant] = db
		return db, nil
	})
	if err != nil {
		log.Fatal(err)
	}
	return v.(*sql.DB)
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
