// redigo: a handler dials past the pool, another one checks a connection out itself.
package main

import (
	"log"
	"net/http"

	"github.com/gomodule/redigo/redis"
)

var pool = redis.NewPool(func() (redis.Conn, error) { // want startup
	return redis.Dial("tcp", "redis:6379") // want factory
}, 3)

func dialled(w http.ResponseWriter, r *http.Request) {
	conn, err := redis.Dial("tcp", "redis:6379") // want violation SL102
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer conn.Close()
	_, _ = conn.Do("PING")
}

func pooled(w http.ResponseWriter, r *http.Request) {
	conn := pool.Get() // want violation SL103
	defer conn.Close()
	_, _ = conn.Do("PING")
}

func main() {
	http.HandleFunc("/dialled", dialled)
	http.HandleFunc("/pooled", pooled)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
