// A container by hand: lazy getters with a nil check, main's value of it lives as long as the program.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type container struct {
	mu sync.Mutex
	db *sql.DB
	c  *counter
}

type counter struct{ db *sql.DB }

func (c *container) database() *sql.DB {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.db == nil {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
		if err != nil {
			log.Fatal(err)
		}
		c.db = db
	}
	return c.db
}

func (c *container) counter() *counter {
	db := c.database()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.c == nil {
		c.c = &counter{db: db}
	}
	return c.c
}

func main() {
	c := &container{}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = c.counter().db.ExecContext(r.Context(), "update hits set n = n + 1")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
