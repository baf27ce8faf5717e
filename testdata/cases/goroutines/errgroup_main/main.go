// main opens its pools in a group: start-up code.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

func main() {
	var orders, users *sql.DB
	g, _ := errgroup.WithContext(context.Background())
	g.Go(func() (err error) {
		orders, err = sql.Open("pgx", os.Getenv("ORDERS")) // want startup
		return err
	})
	g.Go(func() (err error) {
		users, err = sql.Open("pgx", os.Getenv("USERS")) // want startup
		return err
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = orders.PingContext(r.Context())
		_ = users.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
