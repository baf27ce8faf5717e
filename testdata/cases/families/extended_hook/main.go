//families: extended

// Dialling inside the dial hook of a client of start-up code is what the hook is for.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"github.com/redis/go-redis/v9"
)

func main() {
	rdb := redis.NewClient(&redis.Options{ // want startup
		Addr: "redis:6379",
		Dialer: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return net.Dial(network, addr) // want factory
		},
	})
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = rdb.Set(r.Context(), "k", "v", 0).Err() })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
