// A company's helper module is called by a deep package: the finding is there, in the own code.
package main

import (
	"context"
	"log"
	"net/http"

	"example.com/cases/multi/third_party_helper/handler"
	"example.com/cases/multi/third_party_helper/replica"
)

func main() {
	if err := replica.Check(context.Background()); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/report", handler.Report)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
