// sync.Map: Load first, LoadOrStore after.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var pools sync.Map

func pool(tenant string) *sql.DB {
	if db, ok := pools.Load(tenant); ok {
		return db.(*sql.DB)
	}
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	if first, loaded := pools.LoadOrStore(tenant, db); loaded {
		_ = db.Close()
		return first.(*sql.DB)
	}
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
