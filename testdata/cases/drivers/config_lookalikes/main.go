// Values that only describe a connection: parsed configurations, options, addresses, zero values.
package main

import (
	"log"
	"net/http"

	"github.com/gomodule/redigo/redis"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/segmentio/kafka-go"
	"go.mongodb.org/mongo-driver/mongo/options"
)

func check(w http.ResponseWriter, r *http.Request) {
	if _, err := pgxpool.ParseConfig(r.FormValue("pool")); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
	if _, err := pgx.ParseConfig(r.FormValue("conn")); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
	_ = options.Client().ApplyURI(r.FormValue("mongo"))
	_ = kafka.TCP(r.FormValue("kafka"))
	_ = kafka.ReaderConfig{Topic: "t"}
	var pool *redis.Pool
	log.Print(pool == nil)
}

func main() {
	http.HandleFunc("/check", check)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
