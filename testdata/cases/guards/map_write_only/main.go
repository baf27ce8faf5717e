// The map is written, but never asked before the pool is opened.
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
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want violation SL101
	if err != nil {
		log.Fatal(err)
	}
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
