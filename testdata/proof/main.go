// Proof serves each handler twice, as a rule reports it and as the rule's help
// says it should be, on a pool of one connection.
package main

import (
	"database/sql"
	"log"
	"net/http"

	_ "modernc.org/sqlite"

	poolbad "example.com/proof/poolinside/bad"
	poolfixed "example.com/proof/poolinside/fixed"
	secondbad "example.com/proof/secondsession/bad"
	secondfixed "example.com/proof/secondsession/fixed"
	streambad "example.com/proof/streamheld/bad"
	streamfixed "example.com/proof/streamheld/fixed"
)

func main() {
	db, err := sql.Open("sqlite", "proof.db")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe("localhost:8080", routes(db)))
}

func routes(db *sql.DB) http.Handler {
	db.SetMaxOpenConns(1)
	mux := http.NewServeMux()
	mux.HandleFunc("/secondsession/bad", secondbad.New(db).Create)
	mux.HandleFunc("/secondsession/fixed", secondfixed.New(db).Create)
	mux.HandleFunc("/poolinside/bad", poolbad.New(db).Create)
	mux.HandleFunc("/poolinside/fixed", poolfixed.New(db).Create)
	mux.HandleFunc("/streamheld/bad", streambad.New(db).Export)
	mux.HandleFunc("/streamheld/fixed", streamfixed.New(db).Export)
	mux.HandleFunc("/ready", func(w http.ResponseWriter, r *http.Request) {
		if err := db.PingContext(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	return mux
}
