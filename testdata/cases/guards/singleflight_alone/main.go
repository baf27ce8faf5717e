// singleflight joins concurrent calls only: the next request opens again.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"golang.org/x/sync/singleflight"
)

var group singleflight.Group

func pool(tenant string) *sql.DB {
	v, err, _ := group.Do(tenant, func() (any, error) {
		return sql.Open("pgx", os.Getenv("DSN_"+tenant)) // want violation SL101
	})
	if err != nil {
		log.Fatal(err)
	}
	return v.(*sql.DB)
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := pool(r.Header.Get("X-Tenant")).PingContext(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
