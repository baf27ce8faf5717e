// redigo: the literal in a handler is the finding, the dial in its hook is not a second one.
package main

import (
	"log"
	"net/http"

	"github.com/gomodule/redigo/redis"
)

func show(w http.ResponseWriter, r *http.Request) {
	pool := &redis.Pool{ // want violation SL101
		MaxIdle: 1,
		Dial: func() (redis.Conn, error) {
			return redis.Dial("tcp", "redis:6379") // want factory
		},
	}
	defer pool.Close()
	conn := pool.Get() // want request-session
	// why: what is done with a pool that is itself a finding is not reported again
	defer conn.Close()
	_, _ = conn.Do("INCR", r.URL.Path)
}

func main() {
	http.HandleFunc("/", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
