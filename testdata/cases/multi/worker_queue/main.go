// The handler puts a job into a queue; a worker of another package runs it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/worker_queue/handler"
	"example.com/cases/multi/worker_queue/queue"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	q := queue.New()
	go q.Work()
	h := &handler.Handler{Queue: q, DB: db}
	http.HandleFunc("/archive", h.Archive)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
