// A generic lazy value: a sync.Once in the struct runs the function that opens once.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type lazy[T any] struct {
	once sync.Once
	make func() T
	v    T
}

func newLazy[T any](f func() T) *lazy[T] { return &lazy[T]{make: f} }

func (l *lazy[T]) get() T {
	l.once.Do(func() { l.v = l.make() })
	return l.v
}

var db = newLazy(func() *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
})

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.get().PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
