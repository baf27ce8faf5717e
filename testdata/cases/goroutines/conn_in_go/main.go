// go with a named function that dials.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func main() {
	http.HandleFunc("/notify", notify)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func notify(w http.ResponseWriter, r *http.Request) {
	go publish(r.FormValue("channel"))
	w.WriteHeader(http.StatusAccepted)
}

func publish(channel string) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, os.Getenv("DSN")) // want violation SL102
	// chain: notify -> publish
	if err != nil {
		return
	}
	defer conn.Close(ctx)
	_, _ = conn.Exec(ctx, "select pg_notify($1, '')", channel)
}
