// A group of the handler runs on its behalf: the pool in it is per request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

func main() {
	http.HandleFunc("/merge", merge)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func merge(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error { return nil })
	g.Go(func() error {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return err
		}
		defer db.Close()
		return db.PingContext(ctx)
	})
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
