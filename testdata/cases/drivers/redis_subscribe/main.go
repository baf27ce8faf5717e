// go-redis: a subscription per request is a dedicated connection each; one of a background listener is not.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"

	"github.com/redis/go-redis/v9"
)

type hub struct {
	rdb   *redis.Client
	lines chan string
}

func (h *hub) listen(ctx context.Context) {
	sub := h.rdb.Subscribe(ctx, "news") // want background
	defer sub.Close()
	for m := range sub.Channel() {
		h.lines <- m.Payload
	}
}

func (h *hub) good(w http.ResponseWriter, r *http.Request) {
	for line := range h.lines {
		fmt.Fprintln(w, line)
		w.(http.Flusher).Flush()
	}
}

func (h *hub) bad(w http.ResponseWriter, r *http.Request) {
	sub := h.rdb.Subscribe(r.Context(), "news") // want violation SL102
	// why: the catalog lists it as a connection outside the pool, held until Close
	defer sub.Close()
	if m, err := sub.ReceiveMessage(r.Context()); err == nil {
		fmt.Fprintln(w, m.Payload)
	}
}

func main() {
	rdb := redis.NewClient(&redis.Options{Addr: "redis:6379"}) // want startup
	h := &hub{rdb: rdb, lines: make(chan string)}
	go h.listen(context.Background())
	http.HandleFunc("/good", h.good)
	http.HandleFunc("/bad", h.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
