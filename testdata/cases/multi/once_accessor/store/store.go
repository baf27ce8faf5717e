// Package store opens on demand.
package store

import (
	"database/sql"
	"sync"

	"example.com/cases/multi/once_accessor/deep"
)

var (
	once    sync.Once
	primary *sql.DB
	mu      sync.Mutex
	tenants = map[string]*sql.DB{}
)

// Primary opens once.
func Primary() *sql.DB {
	once.Do(func() { primary = deep.Open("PRIMARY") })
	return primary
}

// Tenant opens once per tenant.
func Tenant(name string) *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	db, ok := tenants[name]
	if !ok {
		db = deep.OpenTenant(name)
		tenants[name] = db
	}
	return db
}
