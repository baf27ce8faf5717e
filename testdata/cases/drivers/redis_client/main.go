// go-redis: a client per request; pipelines and commands of the shared one take nothing.
package main

import (
	"log"
	"net/http"

	"github.com/redis/go-redis/v9"
)

type server struct{ rdb *redis.Client }

func (s *server) good(w http.ResponseWriter, r *http.Request) {
	pipe := s.rdb.TxPipeline()
	pipe.Set(r.Context(), "last", r.URL.Path, 0)
	_, _ = pipe.Exec(r.Context())
	_ = s.rdb.Watch(r.Context(), func(tx *redis.Tx) error { // want request-session
		return tx.Set(r.Context(), "seen", "1", 0).Err()
	}, "seen")
}

func (s *server) bad(w http.ResponseWriter, r *http.Request) {
	rdb := redis.NewClient(&redis.Options{Addr: "redis:6379"}) // want violation SL101
	defer rdb.Close()
	_ = rdb.Set(r.Context(), "last", r.URL.Path, 0).Err()
}

func main() {
	s := &server{rdb: redis.NewClient(&redis.Options{Addr: "redis:6379"})} // want startup
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
