// One build at a time for each key: the entry goes when the build is done, so the next request builds again.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type flight struct {
	done  chan struct{}
	value any
}

type pages struct {
	mu   sync.Mutex
	busy map[string]*flight
}

func (p *pages) get(key string, build func() any) any {
	p.mu.Lock()
	if f := p.busy[key]; f != nil {
		p.mu.Unlock()
		<-f.done
		return f.value
	}
	f := &flight{done: make(chan struct{})}
	p.busy[key] = f
	p.mu.Unlock()
	defer p.finish(key, f)
	f.value = build()
	return f.value
}

func (p *pages) finish(key string, f *flight) {
	p.mu.Lock()
	delete(p.busy, key)
	p.mu.Unlock()
	close(f.done)
}

func stats() any {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return nil
	}
	defer db.Close()
	return db.Stats()
}

func main() {
	p := &pages{busy: map[string]*flight{}}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if p.get(r.URL.Path, stats) == nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
