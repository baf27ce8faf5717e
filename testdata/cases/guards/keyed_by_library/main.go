// A library keeps one client for each address: its managers of resources run a function once for each key.
package main

import (
	"database/sql"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/zeromicro/go-zero/core/stores/redis"
	"github.com/zeromicro/go-zero/core/syncx"
)

var archives = syncx.NewResourceManager()

func archive(dsn string) (*sql.DB, error) {
	v, err := archives.GetResource(dsn, func() (io.Closer, error) {
		return sql.Open("pgx", dsn) // want singleton
	})
	if err != nil {
		return nil, err
	}
	return v.(*sql.DB), nil
}

func main() {
	rds := redis.MustNewRedis(redis.RedisConf{Host: "localhost:6379", Type: "node"})
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if _, err := rds.HdelCtx(r.Context(), "visits", "today"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		db, err := archive(os.Getenv("ARCHIVE"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if err := db.PingContext(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
