// The same, and another handler passes what the background code does: only that one reaches it.
package main

import (
	"log"
	"net/http"
	"time"

	"example.com/cases/multi/passed_on_argument_handler/mails"
	"example.com/cases/multi/passed_on_argument_handler/notify"
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
	http.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		notify.Send(r.FormValue("mail"), mails.Report{})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
