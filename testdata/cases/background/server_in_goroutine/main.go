// The goroutine of main is the server: its handlers serve requests all the same.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"os/signal"
)

func serve() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer db.Close()
		_ = db.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func main() {
	go serve()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}
