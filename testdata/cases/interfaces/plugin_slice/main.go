// Plugins in a slice of interfaces, run for every request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type plugin interface{ before(r *http.Request) error }

type stamp struct{}

func (stamp) before(r *http.Request) error { r.Header.Set("X-Seen", "1"); return nil }

type quota struct{ dsn string }

func (q *quota) before(r *http.Request) error {
	db, err := sql.Open("pgx", q.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(r.Context(), "update quota set used = used + 1")
	return err
}

type gate struct{ plugins []plugin }

func (g *gate) use(p plugin) { g.plugins = append(g.plugins, p) }

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, p := range g.plugins {
		if err := p.before(r); err != nil {
			http.Error(w, err.Error(), http.StatusTooManyRequests)
			return
		}
	}
}

func main() {
	g := &gate{}
	g.use(stamp{})
	g.use(&quota{dsn: os.Getenv("DSN")})
	log.Fatal(http.ListenAndServe(":8080", g))
}
