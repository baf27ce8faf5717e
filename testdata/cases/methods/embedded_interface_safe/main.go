// The embedded interface holds an implementation that opens nothing; the other one is never wired.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type finder interface{ find(id string) error }

type mapFinder map[string]bool

func (f mapFinder) find(id string) error { return nil }

type sqlFinder struct{ dsn string }

func (f *sqlFinder) find(id string) error {
	db, err := sql.Open("pgx", f.dsn) // want unreachable
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

type page struct{ finder }

func (p *page) show(w http.ResponseWriter, r *http.Request) { _ = p.find(r.URL.Path) }

func main() {
	p := &page{finder: mapFinder{}}
	unused := &sqlFinder{dsn: os.Getenv("DSN")} // made, but never put into a finder
	log.Println(unused.dsn)
	http.HandleFunc("/page/", p.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
