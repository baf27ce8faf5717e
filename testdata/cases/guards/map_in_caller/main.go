// The cache is in the caller, the function that it calls opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu    sync.RWMutex
	pools = map[string]*sql.DB{}
)

func open(tenant string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func pool(tenant string) *sql.DB {
	mu.RLock()
	db, ok := pools[tenant]
	mu.RUnlock()
	if ok {
		return db
	}
	db = open(tenant)
	mu.Lock()
	defer mu.Unlock()
	pools[tenant] = db
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
