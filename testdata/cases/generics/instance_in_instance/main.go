// Making one instance makes a type known to an interface call, whose method makes another instance.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

type job interface {
	run(ctx context.Context) error
}

type key struct{}

type box[T any] struct{ value T }

func newBox[T any](v T, options ...func(*box[T])) *box[T] {
	b := &box[T]{v}
	for _, o := range options {
		o(b)
	}
	return b
}

func (b *box[T]) get() T { return b.value }

type opener struct{ dsn string }

func (o *opener) run(ctx context.Context) error {
	return newBox(ping{o.dsn}).get().do(ctx)
}

type ping struct{ dsn string }

func (p ping) do(ctx context.Context) error {
	db, err := sql.Open("pgx", p.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func handle(w http.ResponseWriter, r *http.Request) {
	if j, ok := r.Context().Value(key{}).(job); ok {
		if err := j.run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func main() {
	http.HandleFunc("/", handle)
	store(newBox(&opener{os.Getenv("DSN")}))
	log.Fatal(http.ListenAndServe(":8080", nil))
}

var boxes sync.Map

func store(b *box[*opener]) { boxes.Store(key{}, b) }
