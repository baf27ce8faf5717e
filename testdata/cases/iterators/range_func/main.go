// The handler ranges over a function that opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type names struct{ dsn string }

func (n *names) all(yield func(string) bool) {
	db, err := sql.Open("pgx", n.dsn) // want violation SL101
	// chain: (*names).list -> (*names).all
	if err != nil {
		return
	}
	defer db.Close()
	_ = db.Ping() == nil && yield("first")
}

func (n *names) list(w http.ResponseWriter, r *http.Request) {
	for name := range n.all {
		_, _ = w.Write([]byte(name))
	}
}

func main() {
	n := &names{dsn: os.Getenv("DSN")}
	http.HandleFunc("/names", n.list)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
