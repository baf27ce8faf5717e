// redigo: the pool is a literal, and dialling in its hook is what the hook is for.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/gomodule/redigo/redis"
)

var pool = &redis.Pool{ // want startup
	MaxIdle:     3,
	IdleTimeout: time.Minute,
	Dial: func() (redis.Conn, error) {
		return redis.Dial("tcp", "redis:6379") // want factory
	},
}

func dial(ctx context.Context) (redis.Conn, error) {
	return redis.DialContext(ctx, "tcp", "cache:6379") // want factory
}

var cache = &redis.Pool{MaxIdle: 3, DialContext: dial} // want startup

func bump(p *redis.Pool, key string) error {
	conn := p.Get() // want request-session
	defer conn.Close()
	_, err := conn.Do("INCR", key)
	return err
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = bump(pool, r.URL.Path)
		_ = bump(cache, r.URL.Path)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
