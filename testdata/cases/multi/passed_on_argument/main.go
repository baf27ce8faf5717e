// What a handler passes to a function that hands it on is not what background code passes to it.
package main

import (
	"log"
	"net/http"
	"time"

	"example.com/cases/multi/passed_on_argument/mails"
	"example.com/cases/multi/passed_on_argument/notify"
)

func main() {
	go func() {
		for range time.Tick(time.Hour) {
			notify.Send("all", mails.Report{})
		}
	}()
	http.HandleFunc("/register", func(w http.ResponseWriter, r *http.Request) {
		notify.Send(r.FormValue("mail"), mails.Welcome{})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
