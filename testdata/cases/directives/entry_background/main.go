// What a host calls as background work is declared so. The directive says where work begins and approves nothing: a request that calls it is still a request.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

// Sweep is called by the host every night.
//
//sessionlint:entry background
func Sweep() {
	db, err := sql.Open("pgx", "sweep") // want background
	if err != nil {
		log.Print(err)
		return
	}
	_ = db.Close()
}

// Refresh is called by the host every hour, and by a handler.
//
//sessionlint:entry background
func Refresh() {
	db, err := sql.Open("pgx", "refresh") // want violation SL101
	if err != nil {
		log.Print(err)
		return
	}
	_ = db.Close()
}

func serve(w http.ResponseWriter, r *http.Request) { Refresh() }

func main() {
	http.HandleFunc("/", serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
