// A generic interface, implemented by a type that opens per call.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type getter[T any] interface{ get(id string) (T, error) }

type sqlGetter[T any] struct{ dsn, query string }

func (g sqlGetter[T]) get(id string) (v T, err error) {
	db, err := sql.Open("pgx", g.dsn) // want violation SL101
	if err != nil {
		return v, err
	}
	defer db.Close()
	err = db.QueryRow(g.query, id).Scan(&v)
	return v, err
}

type page[T any] struct{ items getter[T] }

func (p *page[T]) show(w http.ResponseWriter, r *http.Request) { _, _ = p.items.get(r.FormValue("id")) }

func main() {
	p := &page[string]{items: sqlGetter[string]{os.Getenv("DSN"), "select name from items where id = $1"}}
	http.HandleFunc("/item", p.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
