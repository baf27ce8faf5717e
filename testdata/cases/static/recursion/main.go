// A recursive walk opens a pool per node; the search for the chain ends.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type category struct {
	name string
	sub  []*category
}

var root = &category{name: "all"}

func main() {
	http.HandleFunc("/tree", tree)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func tree(w http.ResponseWriter, r *http.Request) { walk(root) }

func walk(c *category) {
	count(c)
	for _, s := range c.sub {
		walk(s)
	}
}

func count(c *category) {
	if len(c.sub) > 100 {
		walk(c.sub[0])
	}
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: tree -> walk -> count
	if err == nil {
		defer db.Close()
		_ = db.Ping()
	}
}
