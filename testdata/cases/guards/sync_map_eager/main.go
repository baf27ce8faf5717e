// LoadOrStore alone: its argument is opened before it looks.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

var pools sync.Map

func open(tenant string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want violation SL101
	// why: one pool is opened per request, and dropped when there was one before
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func pool(tenant string) *sql.DB {
	db, _ := pools.LoadOrStore(tenant, open(tenant))
	return db.(*sql.DB)
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
