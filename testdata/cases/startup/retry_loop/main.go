// main tries until the database is there.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func waitFor(dsn string) {
	for {
		conn, err := pgx.Connect(context.Background(), dsn) // want startup
		if err == nil {
			_ = conn.Close(context.Background())
			return
		}
		time.Sleep(time.Second)
	}
}

func main() {
	waitFor(os.Getenv("DSN"))
	pool, err := pgxpool.New(context.Background(), os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = pool.Ping(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
