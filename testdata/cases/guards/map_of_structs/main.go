// The cache holds structs in which the pool is a field.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type tenant struct {
	name string
	db   *sql.DB
}

type tenants struct {
	mu sync.Mutex
	m  map[string]*tenant
}

func (t *tenants) get(name string) (*tenant, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if found, ok := t.m[name]; ok {
		return found, nil
	}
	db, err := sql.Open("pgx", os.Getenv("DSN_"+name)) // want singleton
	if err != nil {
		return nil, err
	}
	made := &tenant{name: name, db: db}
	t.m[name] = made
	return made, nil
}

func main() {
	all := &tenants{m: map[string]*tenant{}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if t, err := all.get(r.Header.Get("X-Tenant")); err == nil {
			_ = t.db.PingContext(r.Context())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
