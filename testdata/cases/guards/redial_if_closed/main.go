// A kept connection is dialled anew when it is closed, and kept in the place of the old one.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/jackc/pgx/v5"
)

type broker struct {
	mu    sync.Mutex
	conns []*pgx.Conn
	next  int
}

func (b *broker) get(ctx context.Context) (c *pgx.Conn, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next = (b.next + 1) % len(b.conns)
	kept := b.conns[b.next]
	if kept.IsClosed() {
		if kept, err = pgx.Connect(ctx, os.Getenv("DSN")); err != nil { // want singleton
			return nil, err
		}
		b.conns[b.next] = kept
	}
	return kept, nil
}

func main() {
	b := &broker{}
	for range 3 {
		c, err := pgx.Connect(context.Background(), os.Getenv("DSN")) // want startup
		if err != nil {
			log.Fatal(err)
		}
		b.conns = append(b.conns, c)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		c, err := b.get(r.Context())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if err := c.Ping(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
