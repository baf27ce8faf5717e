// The handler only wakes the worker up; what the worker does is the worker's.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type indexer struct {
	dsn  string
	wake chan struct{}
}

func (i *indexer) run() {
	for range i.wake {
		i.reindex()
	}
}

func (i *indexer) reindex() {
	db, err := sql.Open("pgx", i.dsn) // want background
	if err != nil {
		return
	}
	defer db.Close()
	_, _ = db.Exec("reindex table items")
}

func (i *indexer) trigger(w http.ResponseWriter, r *http.Request) {
	select {
	case i.wake <- struct{}{}:
	default:
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	i := &indexer{dsn: os.Getenv("DSN"), wake: make(chan struct{}, 1)}
	go i.run()
	http.HandleFunc("/reindex", i.trigger)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
