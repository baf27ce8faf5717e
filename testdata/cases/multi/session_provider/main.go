// Sessions come from one package: the handler's call is reported, the service's and main's are not.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/session_provider/db"
	"example.com/cases/multi/session_provider/handler"
)

func main() {
	if err := db.Setup(os.Getenv("DSN")); err != nil {
		log.Fatal(err)
	}
	s := db.NewSession() // want startup
	_, _ = s.Exec("create table if not exists items (name text)")
	_ = s.Close()
	http.HandleFunc("/good", handler.Good)
	http.HandleFunc("/bad", handler.Bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
