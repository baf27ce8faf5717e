// The same cache without comma-ok: a missing entry is nil.
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
	if pools[tenant] == nil {
		pools[tenant], _ = sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	}
	return pools[tenant]
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
