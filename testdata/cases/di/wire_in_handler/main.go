// wire: the handler calls the generated injector, so all of it is built per request.
package main

import (
	"log"
	"net/http"
)

func show(w http.ResponseWriter, r *http.Request) {
	rep, err := initializeReport()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = rep.run(r.Context())
}

func main() {
	http.HandleFunc("/report", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
