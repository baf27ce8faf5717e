// sync.OnceValue called in the handler makes a new once per request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

func open() *sql.DB {
	db, _ := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	return db
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		get := sync.OnceValue(open)
		defer get().Close()
		_ = get().PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
