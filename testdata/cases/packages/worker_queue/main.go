// What a handler pushes runs on the worker that main started.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/worker_queue/queue"
)

func main() {
	go queue.Work()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		queue.Push(func() {
			db, err := sql.Open("pgx", "x") // want background
			if err == nil {
				_ = db.Close()
			}
		})
	})
	_ = http.ListenAndServe(":8080", nil)
}
