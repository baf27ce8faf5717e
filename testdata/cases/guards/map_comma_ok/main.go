// A map with one pool per tenant: early return when it is there.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	mu    sync.Mutex
	pools = map[string]*sql.DB{}
)

func pool(tenant string) *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if db, ok := pools[tenant]; ok {
		return db
	}
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
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
