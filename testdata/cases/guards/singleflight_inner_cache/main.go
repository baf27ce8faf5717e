// The cache is asked inside the function that singleflight runs.
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
	mu    sync.Mutex
	pools = map[string]*sql.DB{}
)

func pool(tenant string) *sql.DB {
	v, err, _ := group.Do(tenant, func() (any, error) {
		mu.Lock()
		defer mu.Unlock()
		if db, ok := pools[tenant]; ok {
			return db, nil
		}
		db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
		if err != nil {
			return nil, err
		}
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
