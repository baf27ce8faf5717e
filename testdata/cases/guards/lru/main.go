// A third-party LRU cache: Get before, Add after.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/hashicorp/golang-lru/v2"
)

type tenants struct{ pools *lru.Cache[string, *sql.DB] }

func (t *tenants) get(tenant string) (*sql.DB, error) {
	if db, ok := t.pools.Get(tenant); ok {
		return db, nil
	}
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	if err != nil {
		return nil, err
	}
	t.pools.Add(tenant, db)
	return db, nil
}

func main() {
	pools, err := lru.New[string, *sql.DB](100)
	if err != nil {
		log.Fatal(err)
	}
	t := &tenants{pools: pools}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if db, err := t.get(r.Header.Get("X-Tenant")); err == nil {
			_ = db.PingContext(r.Context())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
