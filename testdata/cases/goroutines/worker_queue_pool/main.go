// Jobs are structs with a run method; the worker, not the handler, runs what opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type job interface{ run() error }

type export struct{ dsn string }

func (e *export) run() error {
	db, err := sql.Open("pgx", e.dsn) // want background
	// why: it runs when the worker comes to it, not while the request is served
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func worker(jobs <-chan job) {
	for j := range jobs {
		if err := j.run(); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	jobs := make(chan job, 10)
	go worker(jobs)
	http.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		jobs <- &export{dsn: os.Getenv("DSN")}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
