// main, init and package variables, and what only they call.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
)

var users, usersErr = sql.Open("pgx", os.Getenv("USERS")) // want startup

var orders = mustOpen("ORDERS")

var cache *redis.Client

func mustOpen(name string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv(name)) // want factory
	if err != nil {
		panic(err)
	}
	return db
}

func init() {
	cache = redis.NewClient(&redis.Options{Addr: "redis:6379"}) // want startup
}

func main() {
	if usersErr != nil {
		log.Fatal(usersErr)
	}
	stats, err := sql.Open("pgx", os.Getenv("STATS")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = cache.Get(r.Context(), "home").Result()
		_, _, _ = users.Ping(), orders.Ping(), stats.Ping()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
